package io.plumbline.server.platform.outbound;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Judges as another does, and says of a certificate that is refused whose it is and who issued it: who reads the name of a firewall
 * there knows what stands in between. Thread-safe where the other is.
 */
final class NamingTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager judge;

    NamingTrust(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    /** A certificate is not trusted; the message is the end of a sentence. */
    static final class UntrustedCertificateException extends CertificateException {

        private static final long serialVersionUID = 1L;

        UntrustedCertificateException(String message, CertificateException cause) {
            super(message, cause);
        }
    }

    private interface Judgement {
        void run() throws CertificateException;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        naming(chain, () -> judge.checkServerTrusted(chain, type));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        naming(chain, () -> judge.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        naming(chain, () -> judge.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge.checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge.checkClientTrusted(chain, type, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }

    private static void naming(X509Certificate[] chain, Judgement judgement) throws CertificateException {
        try {
            judgement.run();
        } catch (CertificateException refused) {
            if (chain.length == 0) {
                throw refused;
            }
            throw new UntrustedCertificateException(sentence(chain[0], refused), refused);
        }
    }

    private static String sentence(X509Certificate certificate, CertificateException refused) {
        String shown = "shows a certificate of "
                + certificate.getSubjectX500Principal().getName();
        if (certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return shown + " that vouches for itself and is not among those trusted here";
        }
        String issued =
                shown + ", issued by " + certificate.getIssuerX500Principal().getName();
        if (isCausedBy(refused, CertificateExpiredException.class)) {
            return issued + ", that has expired or whose issuer's has; its own ends "
                    + certificate.getNotAfter().toInstant();
        }
        if (isCausedBy(refused, CertificateNotYetValidException.class)) {
            return issued + ", that holds from " + certificate.getNotBefore().toInstant()
                    + " on only: one of the two clocks is wrong";
        }
        return issued + ", whom nobody vouches for here: a proxy that inspects TLS may stand in between";
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        Throwable cause = failure;
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
