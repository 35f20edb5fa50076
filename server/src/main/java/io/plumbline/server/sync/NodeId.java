package io.plumbline.server.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Which server runs a sync: the same before and after a restart, another for every server on one database. It lies in the data
 * folder, which no two servers share, so that a server knows at once which runs its killed predecessor left.
 */
public record NodeId(String value) {

    private static final String FILE = "node-id";

    public static NodeId in(Path dataFolder) throws IOException {
        Path file = dataFolder.resolve(FILE);
        if (Files.exists(file)) {
            String value = Files.readString(file).strip();
            if (!value.isEmpty()) {
                return new NodeId(value);
            }
        }
        NodeId made = new NodeId(UUID.randomUUID().toString());
        Files.createDirectories(dataFolder);
        Files.writeString(file, made.value + "\n");
        return made;
    }
}
