package io.plumbline.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Properties;

/**
 * The passwords of the two roles, made once and kept in the data folder, readable by its owner alone.
 *
 * @param superuser of role {@code postgres}, used for maintenance at start only
 * @param application of role {@code plumbline}, the one the server works with
 */
record Passwords(String superuser, String application) {

    private static final String SUPERUSER = "postgres";
    private static final String APPLICATION = "plumbline";

    static Passwords readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            new Passwords(random(), random()).write(file);
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Passwords(
                Objects.requireNonNull(properties.getProperty(SUPERUSER), () -> SUPERUSER + " is missing in " + file),
                Objects.requireNonNull(
                        properties.getProperty(APPLICATION), () -> APPLICATION + " is missing in " + file));
    }

    private void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        writePrivately(unfinished, SUPERUSER + "=" + superuser + "\n" + APPLICATION + "=" + application + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes a new file that is private from its first moment. */
    static void writePrivately(Path file, String content) throws IOException {
        try (var channel = Files.newByteChannel(
                file,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(StandardCharsets.US_ASCII.encode(content));
        }
    }

    /** Letters, digits, '-' and '_' only: it needs no quoting in a file or a statement. */
    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Passwords[hidden]";
    }
}
