package io.plumbline.server.application;

import io.plumbline.postgres.PostgresStartException;
import io.plumbline.server.platform.backup.Backup;
import io.plumbline.server.platform.backup.BackupException;
import io.plumbline.server.platform.backup.Restore;
import io.plumbline.server.platform.database.CommandDatabase;
import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import io.plumbline.server.platform.lifecycle.SystemClock;
import io.plumbline.server.platform.secret.MasterKeyArchive;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/** The commands {@code backup} and {@code restore}: the same program, without a web server. */
final class ArchiveCommand {

    static final String HELP = """
            plumbline backup FILE [--with-master-key]
              Writes everything as of now into FILE, while the server may go on running.
              --with-master-key  put the key that decrypts the API keys into FILE too. Keep such a file like the key itself.

            plumbline restore FILE
              Reads FILE into an installation that has no connectors yet; its server must not be running.
              Without the master key in FILE, set PLUMBLINE_MASTER_KEY or put the key back into the data folder.

            Both use PLUMBLINE_DATA, or PLUMBLINE_DATABASE_URL, _USER and _PASSWORD, as the server does.
            """;

    private static final String WITH_KEY = "--with-master-key";

    private final String verb;
    private final List<String> arguments;

    private ArchiveCommand(String verb, List<String> arguments) {
        this.verb = verb;
        this.arguments = arguments;
    }

    /** Empty where the arguments ask for the server itself. */
    static Optional<ArchiveCommand> of(String[] arguments) {
        if (arguments.length == 0 || !List.of("backup", "restore").contains(arguments[0])) {
            return Optional.empty();
        }
        return Optional.of(
                new ArchiveCommand(arguments[0], Arrays.asList(arguments).subList(1, arguments.length)));
    }

    /** @return the exit status: 0 done, 1 failed, 2 not understood */
    int run(PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        List<String> files =
                arguments.stream().filter(argument -> !argument.startsWith("-")).toList();
        List<String> options =
                arguments.stream().filter(argument -> argument.startsWith("-")).toList();
        boolean known = verb.equals("backup") ? List.of(WITH_KEY).containsAll(options) : options.isEmpty();
        if (files.size() != 1 || !known) {
            err.print(HELP);
            return 2;
        }
        LoggingSystem.get(ArchiveCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        try {
            Settings settings = new Settings(new StandardEnvironment());
            Path file = Path.of(files.getFirst()).toAbsolutePath();
            out.println(verb.equals("backup") ? backUp(settings, file, !options.isEmpty()) : restore(settings, file));
            return 0;
        } catch (BackupException e) {
            err.println(e.getMessage() + " " + e.remedy());
        } catch (StartRefusedException | PostgresStartException e) {
            err.println(StartFailureReporter.sentence(e));
        } catch (IOException e) {
            err.println("The database could not be ended in order: " + e.getMessage());
        }
        return 1;
    }

    private static String backUp(Settings settings, Path file, boolean withKey) throws IOException {
        Optional<byte[]> key = withKey ? new MasterKeyArchive(settings).find() : Optional.empty();
        try (CommandDatabase database = CommandDatabase.besideServer(settings)) {
            new Backup(database.source(), SystemClock.utc()).write(file, key);
        }
        return "Wrote " + file + (key.isPresent() ? ", with the master key." : ", without the master key.");
    }

    private static String restore(Settings settings, Path file) throws IOException {
        Optional<byte[]> key;
        try (CommandDatabase database = CommandDatabase.withoutServer(settings)) {
            key = new Restore(database.source(), MasterKeyArchive::check).read(file);
        }
        return key.map(bytes -> "Restored " + file + "; the master key lies in "
                        + new MasterKeyArchive(settings).install(bytes) + ".")
                .orElse("Restored " + file + ". It held no master key: start the server with the one that sealed it.");
    }
}
