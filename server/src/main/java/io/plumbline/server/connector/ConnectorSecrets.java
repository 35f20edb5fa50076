package io.plumbline.server.connector;

import io.plumbline.server.platform.secret.Secret;
import io.plumbline.server.platform.secret.SecretBox;
import io.plumbline.server.platform.secret.UnreadableSecretException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code connector_secret}: every value sealed for its connector and its key alone. */
@Repository
class ConnectorSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorSecrets.class);

    private final JdbcClient jdbc;
    private final SecretBox box;

    ConnectorSecrets(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    /**
     * All secrets of a connector by key, opened.
     *
     * @throws UnreadableSecretException where one does not open
     */
    Map<String, String> open(int connectorId) {
        Map<String, String> opened = new HashMap<>();
        forEach(connectorId, (key, ciphertext) -> opened.put(key, open(connectorId, key, ciphertext)));
        return opened;
    }

    /** Those that open. The others are as good as not there: whoever changes the connector enters them again. */
    Map<String, String> openReadable(int connectorId) {
        Map<String, String> opened = new HashMap<>();
        forEach(connectorId, (key, ciphertext) -> {
            try {
                opened.put(key, open(connectorId, key, ciphertext));
            } catch (UnreadableSecretException unreadable) {
                LOG.warn("A secret of connector {} does not open and has to be entered again", connectorId, unreadable);
            }
        });
        return opened;
    }

    private void forEach(int connectorId, BiConsumer<String, byte[]> action) {
        jdbc.sql("select key, ciphertext from connector_secret where connector_id = :connector")
                .param("connector", connectorId)
                .query(row -> {
                    action.accept(row.getString("key"), row.getBytes("ciphertext"));
                });
    }

    private String open(int connectorId, String key, byte[] ciphertext) {
        return box.open(place(connectorId, key), ciphertext).reveal();
    }

    void store(int connectorId, EnteredSecrets entered) {
        // All are sealed before any is written: a change of keys takes its locks in this order, too.
        Map<String, Optional<byte[]>> sealed = new LinkedHashMap<>();
        entered.forEach((key, value) ->
                sealed.put(key, value.map(text -> box.seal(place(connectorId, key), Secret.of(text)))));
        sealed.forEach((key, ciphertext) ->
                ciphertext.ifPresentOrElse(bytes -> put(connectorId, key, bytes), () -> remove(connectorId, key)));
    }

    void removeAll(int connectorId) {
        jdbc.sql("delete from connector_secret where connector_id = :connector")
                .param("connector", connectorId)
                .update();
    }

    private void put(int connectorId, String key, byte[] ciphertext) {
        jdbc.sql("""
                insert into connector_secret (connector_id, key, ciphertext) values (:connector, :key, :ciphertext)
                on conflict (connector_id, key) do update set ciphertext = excluded.ciphertext""")
                .param("connector", connectorId)
                .param("key", key)
                .param("ciphertext", ciphertext)
                .update();
    }

    private void remove(int connectorId, String key) {
        jdbc.sql("delete from connector_secret where connector_id = :connector and key = :key")
                .param("connector", connectorId)
                .param("key", key)
                .update();
    }

    static String place(int connectorId, String key) {
        return connectorId + "/" + key;
    }
}
