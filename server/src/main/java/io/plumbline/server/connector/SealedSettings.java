package io.plumbline.server.connector;

import io.plumbline.server.platform.secret.SealedRows;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code connector_secret} for a change of the master key. */
public final class SealedSettings {

    private SealedSettings() {}

    public static SealedRows of(JdbcClient jdbc) {
        return reseal -> {
            AtomicLong resealed = new AtomicLong();
            jdbc.sql("select connector_id, key, ciphertext from connector_secret for update")
                    .query(row -> {
                        int connector = row.getInt("connector_id");
                        String key = row.getString("key");
                        resealed.addAndGet(jdbc.sql("""
                                        update connector_secret set ciphertext = :ciphertext
                                        where connector_id = :connector and key = :key""")
                                .param("connector", connector)
                                .param("key", key)
                                .param(
                                        "ciphertext",
                                        reseal.apply(
                                                ConnectorSecrets.place(connector, key), row.getBytes("ciphertext")))
                                .update());
                    });
            return resealed.get();
        };
    }
}
