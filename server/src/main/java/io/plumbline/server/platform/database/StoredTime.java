package io.plumbline.server.platform.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads columns of type {@code timestamptz}, for which the driver has no {@link Instant}. */
public final class StoredTime {

    private StoredTime() {}

    /** Null where the column is. */
    public static @Nullable Instant find(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Of a column that is never null. */
    public static Instant get(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(find(row, column), column);
    }
}
