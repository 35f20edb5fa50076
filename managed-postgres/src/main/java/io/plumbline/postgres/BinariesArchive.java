package io.plumbline.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs as a compressed archive on the class path. */
record BinariesArchive(URL resource) {

    /** Tells builds of one version apart. A checksum against mix-ups, not against an attacker. */
    String checksum() throws IOException {
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection inJar) {
            // The jar's index has it already: no need to read the 15 MB at every start.
            try (JarFile jar = inJar.getJarFile()) {
                return hex(jar.getJarEntry(inJar.getEntryName()).getCrc());
            }
        }
        try (var stream = new CheckedInputStream(connection.getInputStream(), new CRC32())) {
            stream.transferTo(OutputStream.nullOutputStream());
            return hex(stream.getChecksum().getValue());
        }
    }

    private static String hex(long crc) {
        return HexFormat.of().toHexDigits((int) crc);
    }

    void unpack(Path target) throws IOException {
        Files.createDirectories(target);
        try (InputStream file = new BufferedInputStream(resource.openStream());
                var tar = new TarArchiveInputStream(new XZInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (isWanted(entry.getName())) {
                    write(entry, tar, inside(target, entry.getName()));
                }
            }
        }
    }

    /** Running PostgreSQL takes no headers and no libraries to link programs with. */
    private static boolean isWanted(String name) {
        return !name.endsWith(".a") && !name.contains("/pkgconfig") && !name.contains("/pgxs/");
    }

    private static Path inside(Path target, String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The archive of PostgreSQL's programs has an entry outside of itself: " + name);
        }
        return path;
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            setMode(path, true);
            return;
        }
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        setMode(path, (entry.getMode() & 0100) != 0);
    }

    /** Whatever the umask is: as root, another account runs these. */
    private static void setMode(Path path, boolean executable) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
