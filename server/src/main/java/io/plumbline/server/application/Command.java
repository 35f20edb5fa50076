package io.plumbline.server.application;

import io.plumbline.postgres.PostgresStartException;
import io.plumbline.server.platform.backup.BackupException;
import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What the program does instead of serving: the same program, without a web server. */
abstract sealed class Command permits ArchiveCommand, RotationCommand {

    private final List<String> arguments;

    Command(List<String> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    /** Empty where the arguments ask for the server itself. */
    static Optional<Command> of(String[] arguments) {
        if (arguments.length == 0) {
            return Optional.empty();
        }
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        return switch (arguments[0]) {
            case ArchiveCommand.BACKUP, ArchiveCommand.RESTORE -> Optional.of(new ArchiveCommand(arguments[0], rest));
            case RotationCommand.VERB -> Optional.of(new RotationCommand(rest));
            default -> Optional.empty();
        };
    }

    abstract String help();

    abstract boolean isUnderstood();

    /** @return what was done, for the person who asked */
    abstract String execute(Settings settings) throws IOException;

    /** Those that are options. */
    final List<String> options() {
        return arguments.stream().filter(argument -> argument.startsWith("-")).toList();
    }

    /** The others. */
    final List<String> operands() {
        return arguments.stream().filter(argument -> !argument.startsWith("-")).toList();
    }

    /** @return the exit status: 0 done, 1 failed, 2 not understood */
    final int run(PrintStream out, PrintStream err) {
        if (options().contains("--help")) {
            out.print(help());
            return 0;
        }
        if (!isUnderstood()) {
            err.print(help());
            return 2;
        }
        LoggingSystem.get(Command.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        try {
            out.println(execute(new Settings(new StandardEnvironment())));
            return 0;
        } catch (BackupException e) {
            err.println(e.getMessage() + " " + e.remedy());
        } catch (StartRefusedException | PostgresStartException e) {
            err.println(StartFailureReporter.sentence(e));
        } catch (DataAccessException | TransactionException e) {
            err.println("The database could not be used: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage()
                    + " Make sure that it is reachable, and run this again.");
        } catch (IOException e) {
            err.println("The database could not be ended in order: " + e.getMessage());
        }
        return 1;
    }
}
