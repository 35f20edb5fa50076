package io.plumbline.server.platform.listing;

import io.plumbline.server.platform.web.ListQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * One expression that a list is sorted by. Never null in any row that is listed.
 *
 * @param sql the expression, with the alias of its table
 */
public record Key(String sql, Type type) {

    /** How a value is read from a row, and from a cursor, which anybody may have written. */
    public enum Type {
        INTEGER("int"),
        LONG("bigint"),
        TEXT("text"),
        TIME("timestamptz");

        private final String sqlName;

        Type(String sqlName) {
            this.sqlName = sqlName;
        }

        Object read(ResultSet row, int column) throws SQLException {
            Object value = switch (this) {
                case INTEGER -> row.getInt(column);
                case LONG -> row.getLong(column);
                case TEXT -> row.getString(column);
                case TIME -> row.getObject(column, OffsetDateTime.class);
            };
            return Objects.requireNonNull(value, "a sort key is null");
        }

        Optional<Object> parse(String text) {
            try {
                return switch (this) {
                    case INTEGER -> Optional.of(Integer.parseInt(text));
                    case LONG -> Optional.of(Long.parseLong(text));
                    case TEXT -> Optional.<Object>of(text).filter(_ -> text.indexOf('\0') < 0);
                    case TIME ->
                        Optional.<Object>of(OffsetDateTime.parse(text))
                                .filter(time -> ListQuery.isStorable(((OffsetDateTime) time).toInstant()));
                };
            } catch (NumberFormatException | DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    public static Key integer(String sql) {
        return new Key(sql, Type.INTEGER);
    }

    public static Key number(String sql) {
        return new Key(sql, Type.LONG);
    }

    public static Key text(String sql) {
        return new Key(sql, Type.TEXT);
    }

    public static Key time(String sql) {
        return new Key(sql, Type.TIME);
    }

    /** The parameter as SQL, typed so that PostgreSQL never has to guess. */
    String parameter(String name) {
        return "cast(:" + name + " as " + type.sqlName + ")";
    }
}
