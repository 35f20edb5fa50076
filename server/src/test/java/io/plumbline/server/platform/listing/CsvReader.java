package io.plumbline.server.platform.listing;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values back, by the letter of RFC 4180: lines end with CRLF, quotes are doubled inside quotes only. */
public final class CsvReader {

    private final String text;
    private int position;

    private CsvReader(String text) {
        this.text = text;
    }

    /** Every row, headings and all. */
    public static List<List<String>> read(String text) {
        CsvReader reader = new CsvReader(text);
        List<List<String>> rows = new ArrayList<>();
        while (reader.position < text.length()) {
            rows.add(reader.row());
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (text.startsWith(",", position)) {
            position++;
            cells.add(cell());
        }
        if (!text.startsWith("\r\n", position)) {
            throw new AssertionError("no end of line at " + position + " of " + text);
        }
        position += 2;
        return cells;
    }

    private String cell() {
        return text.startsWith("\"", position) ? quoted() : plain();
    }

    private String plain() {
        int start = position;
        while (",\r\n\"".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        position++;
        while (!text.startsWith("\"", position) || text.startsWith("\"\"", position)) {
            position += text.startsWith("\"\"", position) ? 1 : 0;
            cell.append(text.charAt(position++));
        }
        position++;
        return cell.toString();
    }
}
