package io.plumbline.server.platform.web;

/** Text that stays on its line, with no mark in it that turns the direction of what is around it, whoever wrote it. */
public final class SingleLine {

    /** What to say of text that is none. */
    public static final String REFUSAL = "Must be on one line, without control characters or marks of direction.";

    private SingleLine() {}

    public static boolean is(String text) {
        return text.codePoints().noneMatch(SingleLine::moves);
    }

    /** With a replacement character for whatever would move the rest. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> moves(character) ? 0xFFFD : character)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    /** Control characters, line and paragraph separators, half characters, and whatever there is to turn the direction of text. */
    public static boolean moves(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT ->
                character == 0x061C
                        || character == 0x200E
                        || character == 0x200F
                        || (character >= 0x202A && character <= 0x202E)
                        || (character >= 0x2066 && character <= 0x2069);
            default -> false;
        };
    }
}
