package io.plumbline.postgres;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Work on a folder and all below it. Links are never followed. */
final class FileTree {

    private interface Action {
        void accept(Path path) throws IOException;
    }

    private FileTree() {}

    static void delete(Path root) throws IOException {
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            childrenFirst(root, Files::delete);
        }
    }

    /** Deletes what it can. Where somebody still writes, the rest is left to the next time. */
    static void deleteIfQuiet(Path root) throws IOException {
        try {
            delete(root);
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // A dying process wrote or tidied meanwhile.
        }
    }

    /** Gives it to an account. The root comes last, so that its owner tells whether all was done. */
    static void changeOwner(Path root, int uid, int gid) throws IOException {
        childrenFirst(root, path -> {
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        });
    }

    private static void childrenFirst(Path root, Action action) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                action.accept(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                action.accept(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
