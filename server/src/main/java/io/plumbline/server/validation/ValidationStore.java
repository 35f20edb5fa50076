package io.plumbline.server.validation;

import io.plumbline.server.inventory.Comparison;
import io.plumbline.server.inventory.Validation;
import io.plumbline.server.inventory.Verdict;
import io.plumbline.server.platform.database.StoredTime;
import io.plumbline.server.sync.SyncStatus;
import io.plumbline.server.sync.ValidationSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The validations as stored. Safe for many threads. */
@Component
final class ValidationStore implements ValidationSink {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ValidationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(int connectorId, long runId, long syncId, Instant at, Validation validation) {
        jdbc.sql("""
                        insert into validation (run_id, connector_id, sync_id, at, verdict, assets, findings, irregularities)
                        values (:run, :connector, :sync, :at, :verdict, cast(:assets as jsonb), cast(:findings as jsonb),
                                cast(:irregularities as jsonb))""")
                .param("run", runId)
                .param("connector", connectorId)
                .param("sync", syncId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("verdict", validation.verdict().name())
                .param("assets", JSON.writeValueAsString(validation.assets()))
                .param(
                        "findings",
                        validation.findings() == null ? null : JSON.writeValueAsString(validation.findings()))
                .param("irregularities", JSON.writeValueAsString(validation.irregularities()))
                .update();
    }

    Optional<ValidationView> find(long id) {
        return jdbc.sql("select * from validation where run_id = :id")
                .param("id", id)
                .query(ValidationStore::view)
                .optional();
    }

    /**
     * The newest first.
     *
     * @param before only those with a smaller id
     */
    List<ValidationView> list(int connectorId, long before, int limit) {
        return jdbc.sql("""
                        select * from validation
                        where connector_id = :connector and run_id < :before
                        order by run_id desc limit :limit""")
                .param("connector", connectorId)
                .param("before", before)
                .param("limit", limit)
                .query(ValidationStore::view)
                .list();
    }

    long count(int connectorId) {
        return jdbc.sql("select count(*) from validation where connector_id = :connector")
                .param("connector", connectorId)
                .query(Long.class)
                .single();
    }

    private static ValidationView view(ResultSet row, int number) throws SQLException {
        String findings = row.getString("findings");
        return new ValidationView(
                row.getString("run_id"),
                row.getString("connector_id"),
                SyncStatus.SUCCEEDED,
                row.getString("sync_id"),
                StoredTime.get(row, "at"),
                Verdict.valueOf(row.getString("verdict")),
                JSON.readValue(row.getString("assets"), Comparison.class),
                findings == null ? null : JSON.readValue(findings, Comparison.class),
                JSON.readValue(row.getString("irregularities"), TEXTS),
                null);
    }
}
