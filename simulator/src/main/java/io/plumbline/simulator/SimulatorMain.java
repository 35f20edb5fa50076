package io.plumbline.simulator;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Runs a tenant as a process of its own until it is killed. */
public final class SimulatorMain {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private SimulatorMain() {}

    /** Ends with status 2 where an argument is wrong and with 1 where the port is taken. */
    public static void main(String... arguments) throws InterruptedException {
        int status = run(List.of(arguments), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) throws InterruptedException {
        return switch (CommandLine.of(arguments)) {
            case CommandLine.Help(var text) -> {
                out.print(text);
                yield 0;
            }
            case CommandLine.Mistake(var sentence) -> {
                err.println("plumbline simulator: " + sentence);
                yield MISUSED;
            }
            case CommandLine.Run(var options) -> serve(options, out, err);
        };
    }

    private static int serve(TenantOptions options, PrintStream out, PrintStream err) throws InterruptedException {
        try (var tenant = SimulatedTenant.start(options)) {
            out.print(Greeting.of(tenant, options));
            out.flush();
            // The tenant's own threads do not keep a process alive; nothing but a signal ends this one.
            Thread.currentThread().join();
            return 0;
        } catch (UncheckedIOException e) {
            err.println("plumbline simulator: " + e.getMessage());
            return FAILED;
        }
    }
}
