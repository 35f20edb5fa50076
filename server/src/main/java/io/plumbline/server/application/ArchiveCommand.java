package io.plumbline.server.application;

import io.plumbline.server.platform.backup.Backup;
import io.plumbline.server.platform.backup.Restore;
import io.plumbline.server.platform.database.CommandDatabase;
import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.SystemClock;
import io.plumbline.server.platform.secret.MasterKeyArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The commands {@code backup} and {@code restore}. */
final class ArchiveCommand extends Command {

    static final String BACKUP = "backup";
    static final String RESTORE = "restore";

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

    ArchiveCommand(String verb, List<String> arguments) {
        super(arguments);
        this.verb = verb;
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    boolean isUnderstood() {
        return operands().size() == 1 && (verb.equals(BACKUP) ? List.of(WITH_KEY) : List.of()).containsAll(options());
    }

    @Override
    String execute(Settings settings) throws IOException {
        Path file = Path.of(operands().getFirst()).toAbsolutePath();
        return verb.equals(BACKUP) ? backUp(settings, file, !options().isEmpty()) : restore(settings, file);
    }

    private static String backUp(Settings settings, Path file, boolean withKey) throws IOException {
        MasterKeyArchive keys = new MasterKeyArchive(settings);
        boolean hasKey;
        try (CommandDatabase database = CommandDatabase.besideServer(settings)) {
            hasKey = new Backup(database.source(), SystemClock.utc())
                    .write(file, snapshot -> withKey ? keys.find(snapshot) : Optional.empty());
        }
        return "Wrote " + file + (hasKey ? ", with the master key." : ", without the master key.");
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
