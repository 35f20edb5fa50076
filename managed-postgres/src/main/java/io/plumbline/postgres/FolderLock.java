package io.plumbline.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to one data folder, held by at most one server. The kernel gives it up when the process ends, however it ends,
 * so unlike a pid file it is never stale. The file itself stays. An embedded database takes it by itself; a server on another
 * database takes it for what else lies in the folder. Thread-safe.
 */
public final class FolderLock implements Closeable {

    /**
     * What this process holds. A POSIX lock belongs to the process and is lost when any channel of the file is closed, so a
     * second attempt in here must not even open the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @param dataFolder made where it is missing
     * @throws PostgresStartException when another server holds it
     */
    public static FolderLock acquire(Path dataFolder) throws IOException {
        return acquire(DataFolder.create(dataFolder));
    }

    static FolderLock acquire(DataFolder folder) throws IOException {
        Path file = folder.lock();
        if (!HELD.add(file)) {
            throw taken(folder, "this very process");
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(folder, "process " + holder(channel));
            }
            // Only for the message above; the lock is what counts.
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return new FolderLock(file, channel);
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            HELD.remove(file);
            throw e;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        return StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
    }

    private static PostgresStartException taken(DataFolder folder, String holder) {
        return new PostgresStartException(
                PostgresStartFailure.LOCKED_BY_ANOTHER_SERVER,
                "The data folder " + folder.root() + " is in use by " + holder + ".",
                "Stop the other server, or give this one a data folder of its own (PLUMBLINE_DATA).");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
