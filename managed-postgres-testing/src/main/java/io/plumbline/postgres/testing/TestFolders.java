package io.plumbline.postgres.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the test server lives: data by process number, programs shared by all test runs of one person, so that unpacking is paid
 * once per version.
 */
record TestFolders(Path data, Path binaries) {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM_BYTES = 2L << 30;

    static TestFolders ofThisProcess() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path all = dataParent(temporary).resolve("plumbline-test-data-" + System.getProperty("user.name"));
        Files.createDirectories(all);
        deleteThoseOfDeadProcesses(all);
        return new TestFolders(all.resolve(Long.toString(ProcessHandle.current().pid())), sharedBinaries(temporary));
    }

    /**
     * In memory where there is room: a sync makes and drops some thirty tables, and on a disk half of that time goes into
     * finding and freeing inodes. Containers often have 64 MB there, which is not enough.
     */
    private static Path dataParent(Path temporary) throws IOException {
        if (Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM_BYTES) {
            return MEMORY;
        }
        Path target = Path.of("target").toAbsolutePath();
        return Files.isDirectory(target) ? target : temporary;
    }

    /** Under the temporary folder, which every account can reach: run by root, PostgreSQL works under another one. */
    private static Path sharedBinaries(Path temporary) throws IOException {
        Path shared = temporary.resolve("plumbline-test-postgres-" + System.getProperty("user.name"));
        Files.createDirectories(shared);
        Path own = Files.createTempFile(shared, "owner", ".probe");
        boolean ours = Files.getOwner(own).equals(Files.getOwner(shared));
        Files.delete(own);
        if (!ours) {
            throw new IOException(shared + " belongs to somebody else, so its programs are not to be trusted");
        }
        return shared;
    }

    private static void deleteThoseOfDeadProcesses(Path all) throws IOException {
        List<Path> folders;
        try (Stream<Path> entries = Files.list(all)) {
            folders = entries.filter(folder -> folder.getFileName().toString().matches("[0-9]{1,9}"))
                    .toList();
        }
        for (Path folder : folders) {
            long pid = Long.parseLong(folder.getFileName().toString());
            if (ProcessHandle.of(pid).isEmpty()
                    || pid == ProcessHandle.current().pid()) {
                deleteIfQuiet(folder);
            }
        }
    }

    private static void deleteIfQuiet(Path folder) {
        try {
            delete(folder);
        } catch (IOException | UncheckedIOException e) {
            // Its server is still ending, or another test run was quicker; the next run sees to what is left.
        }
    }

    void deleteData() throws IOException {
        delete(data);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
