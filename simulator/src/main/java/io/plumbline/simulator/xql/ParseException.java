package io.plumbline.simulator.xql;

/** A query that cannot be read. The vendor says so when it is started. */
public final class ParseException extends Exception {

    private final int line;
    private final int column;

    ParseException(Token at, String message) {
        super(message);
        this.line = at.line();
        this.column = at.column();
    }

    /** From 1 on. */
    public int line() {
        return line;
    }

    /** From 0 on. */
    public int column() {
        return column;
    }
}
