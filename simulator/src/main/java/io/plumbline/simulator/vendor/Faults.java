package io.plumbline.simulator.vendor;

import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for their requests. Thread-safe. */
public final class Faults {

    /** For ever, as good as. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    /**
     * A fault that waits.
     *
     * @param times how many answers it will spoil
     * @param afterSuccesses how many requests it lets through before
     */
    public record Planned(Call call, Fault fault, int times, int afterSuccesses) {

        private Planned once() {
            return new Planned(call, fault, times == ALWAYS ? ALWAYS : times - 1, 0);
        }

        private Planned letThrough() {
            return new Planned(call, fault, times, afterSuccesses - 1);
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
        add(call, fault, ALWAYS, 0);
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

    /** The faults that have not run out, in the order in which they were added. */
    public synchronized List<Planned> planned() {
        return List.copyOf(planned);
    }

    synchronized Optional<Fault> next(Call call) {
        for (int i = 0; i < planned.size(); i++) {
            var plan = planned.get(i);
            if (plan.call == call && plan.afterSuccesses == 0) {
                planned.set(i, plan.once());
                planned.removeIf(each -> each.times == 0);
                return Optional.of(plan.fault);
            }
        }
        planned.replaceAll(each -> each.call == call ? each.letThrough() : each);
        return Optional.empty();
    }
}
