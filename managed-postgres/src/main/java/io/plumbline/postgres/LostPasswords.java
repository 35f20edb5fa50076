package io.plumbline.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** Gives the superuser a new password without the old one, which whoever owns the files may: single-user mode asks for none. */
final class LostPasswords {

    private final DataFolder folder;
    private final Binaries binaries;
    private final Account account;

    LostPasswords(DataFolder folder, Binaries binaries, Account account) {
        this.folder = folder;
        this.binaries = binaries;
        this.account = account;
    }

    void replaceBy(Passwords passwords, Duration timeout) throws IOException, InterruptedException {
        List<String> singleUser = List.of(
                binaries.postgres().toString(),
                "--single",
                "-D",
                folder.cluster().toString(),
                "postgres");
        Command.Outcome outcome = Command.run(
                account.command(singleUser),
                "alter role postgres password '" + passwords.superuser() + "';\n",
                timeout);
        if (!outcome.succeeded()) {
            // Otherwise the next start would take the new file for the right one.
            Files.delete(folder.passwords());
            throw new PostgresStartException(
                    PostgresStartFailure.SERVER_ENDED,
                    "The file " + folder.passwords() + " was lost and could not be replaced: " + outcome.output(),
                    "Put the file back from a copy, or correct what PostgreSQL names above, and start again.");
        }
    }
}
