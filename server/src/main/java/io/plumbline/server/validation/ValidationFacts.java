package io.plumbline.server.validation;

import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.ConnectorFacts;
import io.plumbline.server.connector.LatestValidation;
import io.plumbline.server.platform.database.StoredTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last verdict of each connector. */
@Component
final class ValidationFacts implements ConnectorFacts {

    private final JdbcClient jdbc;

    ValidationFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Integer, LatestValidation> validations(Collection<Connector> connectors) {
        Map<Integer, LatestValidation> latest = new HashMap<>();
        jdbc.sql("""
                        select c.id, v.run_id, v.verdict, v.at
                        from unnest(:ids) as c (id)
                        cross join lateral (
                          select * from validation where connector_id = c.id order by run_id desc limit 1) v""")
                .param("ids", connectors.stream().map(Connector::id).toArray(Integer[]::new))
                .query(row -> {
                    latest.put(
                            row.getInt("id"),
                            new LatestValidation(
                                    row.getString("run_id"), row.getString("verdict"), StoredTime.get(row, "at")));
                });
        return latest;
    }
}
