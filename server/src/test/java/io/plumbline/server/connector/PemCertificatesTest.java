package io.plumbline.server.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemCertificatesTest {

    /** Self-signed, of a key that nobody has kept. */
    static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBUjCB+KADAgECAgkA+5H8rCHs2SAwCgYIKoZIzj0EAwMwHDEaMBgGA1UEAxMR
            cGx1bWJsaW5lLXRlc3QtY2EwIBcNMjYxMTIzMDkxNTUzWhgPMjEyNjEwMzAwOTE1
            NTNaMBwxGjAYBgNVBAMTEXBsdW1ibGluZS10ZXN0LWNhMFkwEwYHKoZIzj0CAQYI
            KoZIzj0DAQcDQgAENQKcR2tkkxEtdxesa7p1dtPfAqf7xgRCxBVGya1C+riadX65
            8qBfaSiSnknhmJLg7rlOi7RobyAwMr+3SKGNMqMhMB8wHQYDVR0OBBYEFEFpplP/
            MXgqHeCk6pEKUah8nUDPMAoGCCqGSM49BAMDA0kAMEYCIQC9hVEDKgIoMN6SibKt
            1mPSCEDzC0aotCAbiuvV4scHvQIhAI/+2Fo0WOtmBBrIfY+WTGYJGjvH9zd9lJxp
            eMGV8ucd
            -----END CERTIFICATE-----
            """;

    @Test
    void certificatesWithWordsBetweenThemAreTaken() {
        assertThat(PemCertificates.isPem(CERTIFICATE)).isTrue();
        assertThat(PemCertificates.isPem("The inner one\n" + CERTIFICATE + "and the outer one\n" + CERTIFICATE))
                .isTrue();
        assertThat(PemCertificates.isPem(CERTIFICATE.replace("\n", "\r\n"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no certificate",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
            })
    void anythingElseIsRefused(String text) {
        assertThat(PemCertificates.isPem(text)).isFalse();
    }

    @Test
    void oneThatIsCutOrInBadCompanyIsRefused() {
        assertThat(PemCertificates.isPem(CERTIFICATE + "-----BEGIN CERTIFICATE-----\nMIIB"))
                .isFalse();
        assertThat(PemCertificates.isPem(CERTIFICATE + "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"))
                .isFalse();
        assertThat(PemCertificates.isPem(CERTIFICATE.repeat(1_000))).isFalse();
    }
}
