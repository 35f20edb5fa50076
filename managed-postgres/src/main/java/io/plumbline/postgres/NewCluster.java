package io.plumbline.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** Makes an empty database beside its final place and moves it there whole: {@code pg} is never half made. */
final class NewCluster {

    /** 60 MB of programs, 40 MB of an empty database with its log, and room to begin with. */
    static final long SPACE_NEEDED_BYTES = 250L * 1024 * 1024;

    private final DataFolder folder;
    private final Binaries binaries;
    private final Account account;

    NewCluster(DataFolder folder, Binaries binaries, Account account) {
        this.folder = folder;
        this.binaries = binaries;
        this.account = account;
    }

    void make(Passwords passwords, Duration timeout) throws IOException, InterruptedException {
        if (Files.exists(folder.cluster())) {
            return;
        }
        removeUnfinished();
        // A new name each time: an initdb whose server was killed may still be writing into the last one.
        Path unfinished = Files.createTempDirectory(folder.root(), DataFolder.UNFINISHED);
        Path passwordFile = unfinished.resolve("password");
        Path cluster = unfinished.resolve("cluster");
        Passwords.writePrivately(passwordFile, passwords.superuser());
        account.own(unfinished);

        Command.Outcome outcome = Command.run(account.command(initdb(cluster, passwordFile)), "", timeout);
        if (!outcome.succeeded()) {
            removeUnfinished();
            throw failed(outcome.output());
        }
        Files.move(cluster, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        removeUnfinished();
        // The move itself must survive a power cut before anything is committed into the moved database.
        try (FileChannel root = FileChannel.open(folder.root(), StandardOpenOption.READ)) {
            root.force(true);
        }
    }

    private void removeUnfinished() throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.root(), DataFolder.UNFINISHED + "*")) {
            for (Path unfinished : all) {
                FileTree.deleteIfQuiet(unfinished);
            }
        }
    }

    /** The built-in locale sorts alike on every machine and does not change with the system's C library. */
    private List<String> initdb(Path cluster, Path passwordFile) {
        return List.of(
                binaries.initdb().toString(),
                "--pgdata=" + cluster,
                "--username=postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
    }

    private PostgresStartException failed(String output) {
        if (output.contains("No space left on device")) {
            return FolderTrouble.diskFull(folder.root(), null);
        }
        return new PostgresStartException(
                PostgresStartFailure.INITDB_FAILED,
                "A new database could not be made in " + folder.root() + " as " + account.description() + ": " + output,
                "Correct what PostgreSQL's initdb names above and start again; nothing was left half made.");
    }
}
