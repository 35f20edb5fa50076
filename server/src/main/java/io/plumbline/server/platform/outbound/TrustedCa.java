package io.plumbline.server.platform.outbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom a TLS connection trusts: the system's authorities, and those of a connector beside them. */
final class TrustedCa {

    private final X509TrustManager manager;
    private final SSLSocketFactory sockets;

    private TrustedCa(X509TrustManager manager) throws GeneralSecurityException {
        this.manager = manager;
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {manager}, null);
        this.sockets = context.getSocketFactory();
    }

    static TrustedCa system() {
        try {
            return new TrustedCa(managerOf(null));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("this Java has no usable TLS", failure);
        }
    }

    /**
     * @param pem one certificate or more
     * @throws IllegalArgumentException with a sentence for the person who entered it
     */
    static TrustedCa systemAnd(String pem) {
        try {
            Collection<? extends Certificate> extra = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            if (extra.isEmpty()) {
                throw new CertificateException("no certificate");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : Stream.concat(
                            Stream.of(managerOf(null).getAcceptedIssuers()), extra.stream())
                    .toList()) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            return new TrustedCa(managerOf(store));
        } catch (CertificateException malformed) {
            throw new IllegalArgumentException("This is no certificate in PEM form.", malformed);
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("this Java has no usable TLS", failure);
        }
    }

    X509TrustManager manager() {
        return manager;
    }

    SSLSocketFactory sockets() {
        return sockets;
    }

    private static X509TrustManager managerOf(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return new NamingTrust((X509ExtendedTrustManager) factory.getTrustManagers()[0]);
    }
}
