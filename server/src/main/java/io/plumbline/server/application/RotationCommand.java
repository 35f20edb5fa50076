package io.plumbline.server.application;

import io.plumbline.server.access.audit.AuditAction;
import io.plumbline.server.access.audit.AuditLog;
import io.plumbline.server.connector.SealedSettings;
import io.plumbline.server.platform.database.CommandDatabase;
import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.SystemClock;
import io.plumbline.server.platform.secret.KeyRotation;
import io.plumbline.server.platform.secret.KeyRotation.Rotated;
import io.plumbline.server.platform.secret.KeyRotation.Rotated.DoneBefore;
import io.plumbline.server.platform.secret.KeyRotation.Rotated.Finished;
import io.plumbline.server.platform.secret.KeyRotation.Rotated.InEnvironment;
import io.plumbline.server.platform.secret.KeyRotation.Rotated.InFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The command {@code rotate-key}. */
final class RotationCommand extends Command {

    static final String VERB = "rotate-key";

    static final String HELP = """
            plumbline rotate-key
              Changes the master key, while servers may go on running: seals every secret with a new one, in one transaction.
              With the key in a file, a new key is made, servers on the same folder take it up by themselves, and the old one
              is kept beside the file for backups that were made before. Servers that share a database and have folders of
              their own need PLUMBLINE_MASTER_KEY: set it to OLD,NEW on every server, restart them one after the other, run this
              with the same, then set it to NEW only.
              Interrupted, it can be run again, and finishes what was begun.

            Uses PLUMBLINE_DATA, or PLUMBLINE_DATABASE_URL, _USER and _PASSWORD, as the server does.
            """;

    private static final String SET_ONLY =
            "Set PLUMBLINE_MASTER_KEY to the new key only now, and keep the old one for older backups.";

    RotationCommand(List<String> arguments) {
        super(arguments);
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    boolean isUnderstood() {
        return operands().isEmpty() && options().isEmpty();
    }

    @Override
    String execute(Settings settings) throws IOException {
        try (CommandDatabase database = CommandDatabase.besideServer(settings)) {
            DataSource source = database.source();
            JdbcTransactionManager transactions = new JdbcTransactionManager(source);
            JdbcClient jdbc = JdbcClient.create(source);
            KeyRotation rotation = new KeyRotation(
                    jdbc, new TransactionTemplate(transactions), settings, List.of(SealedSettings.of(jdbc)));
            AuditLog audit = new AuditLog(jdbc, SystemClock.utc());
            return sentence(rotation.rotate(() -> audit.done(AuditAction.MASTER_KEY_CHANGED, "")));
        }
    }

    private static String sentence(Rotated rotated) {
        return switch (rotated) {
            case InFile(long resealed, List<Path> aside) -> changed(resealed) + keep(aside);
            case InEnvironment(long resealed) -> changed(resealed) + " " + SET_ONLY;
            case Finished(List<Path> aside) ->
                "Finished a change of the master key that had been interrupted; the key was not changed again."
                        + keep(aside);
            case DoneBefore _ ->
                "Every secret is sealed with the last key of PLUMBLINE_MASTER_KEY already; nothing was changed. Set it to the"
                        + " last of its keys only now. If that is the old one, the order has to be OLD,NEW.";
        };
    }

    private static String changed(long resealed) {
        return "Changed the master key and sealed %d %s anew."
                .formatted(resealed, resealed == 1 ? "secret" : "secrets");
    }

    private static String keep(List<Path> aside) {
        return aside.isEmpty()
                ? ""
                : " The old one lies in " + aside.stream().map(Path::toString).collect(Collectors.joining(", "))
                        + ": keep it as long as backups that were made before.";
    }
}
