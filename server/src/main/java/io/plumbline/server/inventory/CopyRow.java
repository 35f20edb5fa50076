package io.plumbline.server.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's text format of COPY, collected in one buffer. Columns are added in the order of the table; {@link #end}
 * closes a row. Not safe for several threads.
 */
final class CopyRow {

    private final StringBuilder rows = new StringBuilder();
    private boolean first = true;

    CopyRow text(@Nullable String value) {
        separate();
        if (value == null) {
            rows.append("\\N");
        } else {
            escape(value);
        }
        return this;
    }

    CopyRow number(long value) {
        separate();
        rows.append(value);
        return this;
    }

    CopyRow decimal(@Nullable BigDecimal value) {
        return text(value == null ? null : value.toPlainString());
    }

    CopyRow bool(boolean value) {
        separate();
        rows.append(value ? 't' : 'f');
        return this;
    }

    CopyRow time(@Nullable Instant value) {
        return text(value == null ? null : value.toString());
    }

    CopyRow uuid(UUID value) {
        return text(value.toString());
    }

    CopyRow array(Collection<String> values) {
        StringBuilder literal = new StringBuilder("{");
        for (String value : values) {
            literal.append(literal.length() == 1 ? "\"" : ",\"");
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '"' || c == '\\') {
                    literal.append('\\');
                }
                literal.append(c);
            }
            literal.append('"');
        }
        return text(literal.append('}').toString());
    }

    void end() {
        rows.append('\n');
        first = true;
    }

    /** In characters, about what will be sent. */
    int size() {
        return rows.length();
    }

    String take() {
        String taken = rows.toString();
        rows.setLength(0);
        return taken;
    }

    private void separate() {
        if (!first) {
            rows.append('\t');
        }
        first = false;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }
}
