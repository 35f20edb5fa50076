package io.plumbline.server.preview;

import io.plumbline.server.inventory.ChangeCounts;
import io.plumbline.server.inventory.PlannedChange;
import io.plumbline.server.sync.PreviewSink;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The previews as stored: the last twenty of each connector. Safe for many threads. */
@Component
final class PreviewStore implements PreviewSink {

    private static final int KEPT = 20;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<PlannedChange>> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PreviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(int connectorId, long runId, Instant at, Preview preview) {
        jdbc.sql("""
                        insert into preview (run_id, connector_id, at, counts, guard, changes)
                        values (:run, :connector, :at, cast(:counts as jsonb), cast(:guard as jsonb), cast(:changes as jsonb))""")
                .param("run", runId)
                .param("connector", connectorId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("counts", JSON.writeValueAsString(preview.counts()))
                .param("guard", JSON.writeValueAsString(preview.guard()))
                .param("changes", JSON.writeValueAsString(preview.changes()))
                .update();
        jdbc.sql("""
                        delete from preview
                        where connector_id = :connector
                          and run_id not in (select run_id from preview where connector_id = :connector order by run_id desc limit :kept)""").param("connector", connectorId).param("kept", KEPT).update();
    }

    Optional<Preview> find(long runId) {
        return jdbc.sql("select counts, guard, changes from preview where run_id = :id")
                .param("id", runId)
                .query((row, _) -> new Preview(
                        JSON.readValue(row.getString("counts"), ChangeCounts.class),
                        JSON.readValue(row.getString("guard"), Guard.class),
                        JSON.readValue(row.getString("changes"), CHANGES)))
                .optional();
    }
}
