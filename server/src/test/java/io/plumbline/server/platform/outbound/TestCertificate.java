package io.plumbline.server.platform.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate, made by the JDK's own keytool.
 *
 * @param pem of whoever vouches for it
 */
record TestCertificate(SSLContext context, String pem) {

    private static final char[] PASSWORD = "changeit".toCharArray();

    /** One that vouches for itself. */
    static TestCertificate forName(String name, Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path store = store(name, folder);
        make(store, "server", "CN=" + name, "-ext", "san=dns:" + name, "-validity", "2");
        return of(store, "server");
    }

    static TestCertificate issuedBy(String issuer, String name, Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path store = store(name, folder);
        make(store, "issuer", issuer, "-ext", "bc:c", "-validity", "2");
        make(store, "server", "CN=" + name, "-ext", "san=dns:" + name, "-validity", "2", "-signer", "issuer");
        return of(store, "issuer");
    }

    /** By an issuer whose own is good. */
    static TestCertificate expired(String name, Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path store = store(name, folder);
        make(store, "issuer", "CN=Issuer", "-ext", "bc:c", "-validity", "2");
        make(
                store,
                "server",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-startdate",
                "-10d",
                "-validity",
                "3",
                "-signer",
                "issuer");
        return of(store, "issuer");
    }

    private static Path store(String name, Path folder) {
        return folder.resolve(name + ".p12");
    }

    private static void make(Path store, String alias, String subject, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-Duser.language=en",
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                subject,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
    }

    private static TestCertificate of(Path file, String trusted) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(store.getCertificate(trusted).getEncoded());
        if (!trusted.equals("server")) {
            store.deleteEntry(trusted); // a server has no key but its own
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return new TestCertificate(
                context, "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
    }
}
