package io.plumbline.server.application;

import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.web.server.Ssl;

/** The server's own certificate and key, as PEM files that the operator names. They are read at the start; a renewed one takes a restart. */
record TlsFiles(Path certificate, Path key) {

    private static final String CERTIFICATE = "PLUMBLINE_TLS_CERTIFICATE";
    private static final String KEY = "PLUMBLINE_TLS_KEY";

    /** @throws StartRefusedException where only one is named, or one holds no such thing */
    static Optional<TlsFiles> of(Settings settings) {
        Optional<String> certificate = settings.find(CERTIFICATE);
        Optional<String> key = settings.find(KEY);
        if (certificate.isPresent() != key.isPresent()) {
            throw new StartRefusedException(
                    CERTIFICATE + " and " + KEY + " go together, and only one is set.",
                    "Set both, or neither for plain HTTP.");
        }
        return certificate.map(file -> new TlsFiles(checked(CERTIFICATE, file), checked(KEY, key.orElseThrow())));
    }

    Ssl ssl() {
        Ssl ssl = new Ssl();
        ssl.setCertificate(certificate.toUri().toString());
        ssl.setCertificatePrivateKey(key.toUri().toString());
        ssl.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return ssl;
    }

    private static Path checked(String variable, String file) {
        try {
            Path path = Path.of(file).toAbsolutePath();
            PemContent content = PemContent.load(path);
            Object _ = variable.equals(KEY) ? content.getPrivateKey() : content.getCertificates();
            return path;
        } catch (IOException | IllegalStateException | IllegalArgumentException unusable) {
            throw new StartRefusedException(
                    variable + " names a file that cannot be used: " + file,
                    variable.equals(KEY)
                            ? "Name a PEM file with an unencrypted private key that this account may read."
                            : "Name a PEM file with the certificate chain, the server's own first, that this account may read.",
                    unusable);
        }
    }
}
