package io.plumbline.server.inventory;

import io.plumbline.server.platform.web.NumberedId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What weaknesses are called. Safe for many threads. */
@Component
public class WeaknessNames {

    private final JdbcClient jdbc;

    WeaknessNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param id as the API has it; null where there is none */
    public @Nullable String of(String id) {
        return NumberedId.of(id, 1)
                .flatMap(numbers -> jdbc.sql("select name from weakness where id = :id")
                        .param("id", numbers.getFirst())
                        .query((row, _) -> row.getString(1))
                        .optional())
                .orElse(null);
    }
}
