package io.plumbline.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to reach the embedded PostgreSQL that another process of the same owner runs on a data folder: for commands beside a running
 * server. It may end at any time.
 */
public record RunningPostgres(String jdbcUrl, String user, String password) {

    /**
     * @return empty where none is running there
     * @throws IOException when the folder cannot be read
     */
    public static Optional<RunningPostgres> find(Path dataFolder) throws IOException {
        DataFolder folder = new DataFolder(dataFolder.toAbsolutePath());
        if (!Files.exists(folder.passwords())) {
            return Optional.empty();
        }
        PostmasterFile file = PostmasterFile.of(folder.cluster());
        boolean alive = file.pid()
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .isPresent();
        Optional<Integer> port = alive ? file.readyPort() : Optional.empty();
        if (port.isEmpty()) {
            return Optional.empty();
        }
        String password = Passwords.readOrMake(folder.passwords()).application();
        return Optional.of(new RunningPostgres(Roles.jdbcUrl(port.get(), Roles.DATABASE), Roles.APPLICATION, password));
    }

    @Override
    public String toString() {
        return "RunningPostgres[" + jdbcUrl + "]";
    }
}
