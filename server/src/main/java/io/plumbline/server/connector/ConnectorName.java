package io.plumbline.server.connector;

import io.plumbline.server.platform.web.SingleLine;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;

/** Names of connectors: what may be one, and when two are the same. */
final class ConnectorName {

    private static final int LONGEST = 100;

    private ConnectorName() {}

    /** The name entered, trimmed; empty where none was and a default is to be chosen. */
    static Optional<String> read(Fields form) {
        Optional<String> name = form.text("name").map(String::strip);
        name.ifPresent(entered -> {
            int length = entered.codePointCount(0, entered.length());
            if (length < 1 || length > LONGEST) {
                form.refuse("name", "Must have 1 to %d characters, or be left out.".formatted(LONGEST));
            } else if (entered.codePoints().allMatch(ConnectorName::isUnseen)) {
                form.refuse("name", "Must have a character that can be seen.");
            } else if (!SingleLine.is(entered)) {
                form.refuse("name", SingleLine.REFUSAL);
            }
        });
        return name;
    }

    /** Such as a mark of direction or of the order of bytes, which fonts do not draw. */
    private static boolean isUnseen(int character) {
        return Character.getType(character) == Character.FORMAT || Character.isSpaceChar(character);
    }

    /** Two names with one key are the same name: letters are compared without regard to case or to how accents are composed. */
    static String key(String name) {
        return Normalizer.normalize(Normalizer.normalize(name, Form.NFC).toLowerCase(Locale.ROOT), Form.NFC);
    }

    /** The key of a connector that is being deleted: no name has it, so that its own is free again at once. */
    static String keyOfDeleted(int id) {
        return "\n" + id;
    }

    /** The {@code number}-th default: "Cortex XDR", "Cortex XDR 2", … */
    static String numbered(String typeName, int number) {
        return number == 1 ? typeName : typeName + " " + number;
    }
}
