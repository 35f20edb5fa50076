package io.plumbline.server.connector;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates in PEM that a connector trusts beside the system's. */
final class PemCertificates {

    static final int LONGEST = 256 * 1024;

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----");

    private PemCertificates() {}

    /** Whether a text is nothing but certificates, each of which can be read, and comments between them. */
    static boolean isPem(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        Matcher blocks = BLOCK.matcher(text);
        int found = 0;
        while (blocks.find()) {
            if (!isCertificate(blocks.group())) {
                return false;
            }
            found++;
        }
        // What is left may explain a certificate, but not be a block of another kind, such as a private key.
        return found > 0 && !blocks.replaceAll("").contains("-----");
    }

    private static boolean isCertificate(String block) {
        try {
            CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.getBytes(StandardCharsets.US_ASCII)));
            return true;
        } catch (CertificateException e) {
            // The answer itself: the block is no certificate.
            return false;
        }
    }
}
