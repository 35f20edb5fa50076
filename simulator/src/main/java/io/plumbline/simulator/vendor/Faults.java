package io.plumbline.simulator.vendor;

import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for their requests. Thread-safe. */
public final class Faults {

    private static final class Planned {
        final Call call;
        final Fault fault;
        int letThrough;
        int times;

        Planned(Call call, Fault fault, int times, int letThrough) {
            this.call = call;
            this.fault = fault;
            this.times = times;
            this.letThrough = letThrough;
        }
    }

    private final List<Planned> planned = new ArrayList<>();

    Faults() {}

    /** Spoils the next answer of a call. */
    public void once(Call call, Fault fault) {
        add(call, fault, 1, 0);
    }

    /** Spoils all answers of a call from now on. */
    public void always(Call call, Fault fault) {
        add(call, fault, Integer.MAX_VALUE, 0);
    }

    /**
     * Spoils answers of a call. Faults of the same call come in the order in which they were added.
     *
     * @param times how many answers
     * @param afterSuccesses how many requests are let through before
     */
    public synchronized void add(Call call, Fault fault, int times, int afterSuccesses) {
        planned.add(new Planned(call, fault, times, afterSuccesses));
    }

    /** Ends all faults. */
    public synchronized void clear() {
        planned.clear();
    }

    /** How many faults have not run out. */
    public synchronized int waiting() {
        return planned.size();
    }

    synchronized Optional<Fault> next(Call call) {
        for (var plan : planned) {
            if (plan.call == call && plan.letThrough == 0) {
                plan.times--;
                planned.removeIf(each -> each.times == 0);
                return Optional.of(plan.fault);
            }
        }
        for (var plan : planned) {
            if (plan.call == call) {
                plan.letThrough--;
            }
        }
        return Optional.empty();
    }
}
