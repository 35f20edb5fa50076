package io.plumbline.server.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.connector.ConnectorApi.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ConnectorSecretsTest extends ConnectorRestSuite {

    private static final String CREATED = """
            {"type": "fake-vendor", "settings": {"fqdn": "a.vendor.example", "apiKeyId": "7", "apiKey": "k-Sesame-1"},
             "connection": {"proxyUrl": "http://proxy.example:3128", "proxyUser": "joe", "proxyPassword": "p-Sesame-1"}}""";

    @Autowired
    private ConnectorSecrets secrets;

    @Test
    void noAnswerHoldsASecret() throws Exception {
        String id = api.post("/connectors", CREATED).id();
        api.get("/connectors/" + id);
        api.get("/connectors");
        api.get("/connector-types");
        api.patch(id, "{\"settings\": {\"apiKey\": \"k-Sesame-2\", \"apiKeyId\": \"k-Sesame-2\"}}");
        api.patch(id, "{\"settings\": {\"apiKey\": \"k-Sesame-2\"}}");
        api.patch(id, "{\"settings\": {\"apiKey\": [\"k-Sesame-3\"]}}");
        api.patch(id, "{\"settings\": {\"apiKey\": \"k-Sesame-4\"");
        api.patch(id, "{\"connection\": {\"proxyUrl\": \"http://joe:p-Sesame-5@proxy.example\"}}");
        api.patch(id, "{\"connection\": {\"proxyPassword\": \"p-Sesame-6\\n\"}}");
        api.patch(id, "{\"connection\": {\"trustedCa\": \"-----BEGIN PRIVATE KEY----- Sesame\"}}");
        api.post("/connectors/" + id + "/disable", null);
        api.delete(id);

        assertThat(api.received).hasSize(13).noneMatch(reply -> reply.contains("Sesame"));
    }

    @Test
    void secretsAreSealedAtRest() throws Exception {
        api.post("/connectors", CREATED);

        List<byte[]> stored = jdbc.sql("select ciphertext from connector_secret")
                .query(byte[].class)
                .list();
        String row = jdbc.sql("select connector::text from connector")
                .query(String.class)
                .single();

        assertThat(stored)
                .hasSize(2)
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains("Sesame"));
        assertThat(row).doesNotContain("Sesame");
    }

    @Test
    void aSecretThatIsNotNamedStaysAndOneThatIsNullGoes() throws Exception {
        String id = api.post("/connectors", CREATED).id();

        api.patch(id, "{\"settings\": {\"apiKey\": \"k-Sesame-2\"}}");
        assertThat(secrets.open(Integer.parseInt(id)))
                .isEqualTo(Map.of("apiKey", "k-Sesame-2", "connection.proxyPassword", "p-Sesame-1"));

        api.patch(id, "{\"connection\": {\"proxyPassword\": null}}");
        assertThat(secrets.open(Integer.parseInt(id))).isEqualTo(Map.of("apiKey", "k-Sesame-2"));
    }

    @Test
    void aNewSecretAloneIsAChangeOfItsOwn() throws Exception {
        String id = api.post("/connectors", CREATED).id();

        assertThat(api.patch(id, "{\"settings\": {\"apiKey\": \"k-Sesame-1\"}}").tag())
                .isEqualTo("\"2\"");
        assertThat(listener.heard).endsWith("changed 1 to 2 sync=false");
    }

    /** Such as where the key was changed in a file, and this server has it from a variable. */
    @Test
    void withoutTheKeyThatSealsNowASecretIsRefusedAndTheRemedyTold() throws Exception {
        String id = api.post("/connectors", CREATED).id();
        takeKeyAway();
        try {
            Reply refused = api.patch(id, "{\"settings\": {\"apiKey\": \"k-Sesame-2\"}}");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().get("detail").stringValue())
                    .contains("The master key was changed", "Give it that key");
            assertThat(secrets.open(Integer.parseInt(id))).containsEntry("apiKey", "k-Sesame-1");
        } finally {
            takeKeyAway();
        }
    }

    /** Or gives it back. */
    private void takeKeyAway() {
        jdbc.sql("update secret_check set sealed = set_byte(sealed, 2, get_byte(sealed, 2) # 1)")
                .update();
    }

    @Test
    void aSecretMovedToAnotherConnectorDoesNotOpen() throws Exception {
        int first = Integer.parseInt(api.post("/connectors", CREATED).id());
        int second = Integer.parseInt(api.post("/connectors", CREATED).id());
        jdbc.sql("""
                update connector_secret set ciphertext = (
                  select ciphertext from connector_secret where connector_id = :first and key = 'apiKey')
                where connector_id = :second and key = 'apiKey'""").param("first", first).param("second", second).update();

        assertThatThrownBy(() -> secrets.open(second)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTrustedCaIsKeptAndChangingItAsksForTheKey() throws Exception {
        String pem = "\"" + PemCertificatesTest.CERTIFICATE.replace("\n", "\\n") + "\"";
        Reply created = api.created("\"connection\": {\"trustedCa\": " + pem + "},");

        assertThat(created.body().get("connection").get("trustedCa").stringValue())
                .isEqualTo(PemCertificatesTest.CERTIFICATE.strip());
        assertThat(api.patch(created.id(), "{\"connection\": {\"trustedCa\": null}}")
                        .errorFields())
                .containsExactly("settings.apiKey");
        assertThat(api.get("/connectors/" + created.id()).body()).isEqualTo(created.body());
    }
}
