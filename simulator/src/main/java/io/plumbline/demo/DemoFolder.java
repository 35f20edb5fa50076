package io.plumbline.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Where the demonstration keeps what it needs again the next time.
 *
 * @param root of the program
 * @param home what is kept
 */
record DemoFolder(Path root, Path home) {

    Path data() {
        return home().resolve("server");
    }

    Path log() {
        return home().resolve("server.log");
    }

    Path clockFile() {
        return home().resolve("clock");
    }

    Path serverJar() {
        return root.resolve("server/target/plumbline-server.jar");
    }

    /** Whether an earlier run has come to its end; half a history is none. */
    boolean hasHistory() {
        return Files.exists(marker());
    }

    void keepHistory() throws IOException {
        Files.createFile(marker());
    }

    void empty() throws IOException {
        if (Files.exists(home())) {
            System.out.println("Removing " + home() + ", which an earlier run did not finish");
            Files.walkFileTree(home(), new Removal());
        }
        Files.createDirectories(home());
    }

    private Path marker() {
        return home().resolve("history-is-whole");
    }

    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
