package io.plumbline.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL tells of itself in {@code postmaster.pid}: line 1 its pid, line 4 its port, line 8 its state. */
record PostmasterFile(Path path, List<String> lines) {

    static PostmasterFile of(Path cluster) throws IOException {
        Path path = cluster.resolve("postmaster.pid");
        try {
            return new PostmasterFile(path, Files.readAllLines(path));
        } catch (NoSuchFileException e) {
            return new PostmasterFile(path, List.of());
        }
    }

    Optional<Long> pid() {
        return line(1).filter(pid -> pid.matches("[1-9][0-9]{0,9}")).map(Long::valueOf);
    }

    boolean isReadyOn(int port) {
        return readyPort().equals(Optional.of(port));
    }

    /** The port it listens on; empty while it starts or ends. */
    Optional<Integer> readyPort() {
        return line(4).filter(port -> port.matches("[0-9]{1,5}") && line(8).equals(Optional.of("ready")))
                .map(Integer::valueOf);
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private Optional<String> line(int number) {
        return lines.size() < number
                ? Optional.empty()
                : Optional.of(lines.get(number - 1).strip());
    }
}
