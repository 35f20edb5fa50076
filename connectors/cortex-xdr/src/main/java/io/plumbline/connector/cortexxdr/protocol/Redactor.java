package io.plumbline.connector.cortexxdr.protocol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one place where vendor bytes become text for a person: a debugging proxy may echo what it was sent, the key included.
 * Knows the key in the forms an echo takes (as it is, escaped for JSON, for a URL, in hexadecimal, in Base64 wherever it stands in
 * what was encoded, each of them also broken into lines or cut off at the text's end) and the hash an Advanced key is sent as.
 * Immutable.
 */
public final class Redactor {

    private static final String REPLACEMENT = "[redacted]";
    private static final Pattern HASH = Pattern.compile("(?<![0-9a-fA-F])[0-9a-fA-F]{64}(?![0-9a-fA-F])");

    /** A remainder of the key this short at the end of a text gives nothing away. */
    private static final int HARMLESS_PREFIX = 4;

    private final List<String> forms;
    private final Pattern secrets;

    public Redactor(String secret) {
        this.forms = Stream.of(
                        secret,
                        secret.replace("\\", "\\\\").replace("\"", "\\\""),
                        secret.replace("/", "\\/"),
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)),
                        Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
                        base64(secret, 0),
                        base64(secret, 1),
                        base64(secret, 2))
                .filter(form -> form.equals(secret) || form.length() > HARMLESS_PREFIX)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.secrets = Pattern.compile(
                forms.stream().map(Redactor::broken).collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE);
    }

    /** However it is broken into lines, and with any of its characters escaped by number, as JSON allows. */
    private static String broken(String form) {
        return form.codePoints()
                .mapToObj(character ->
                        "(?:" + Pattern.quote(Character.toString(character)) + "|\\\\u%04x)".formatted(character))
                .collect(Collectors.joining("\\s*"));
    }

    /** As it stands inside a longer text that was encoded, the characters left out that hold bits of its neighbours too. */
    private static String base64(String secret, int bytesBefore) {
        byte[] bytes = (" ".repeat(bytesBefore) + secret).getBytes(StandardCharsets.UTF_8);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        int from = (bytesBefore * 8 + 5) / 6;
        return encoded.substring(from, bytes.length * 8 / 6);
    }

    /** The text without secrets and without NUL. */
    public String redact(String text) {
        String whole = secrets.matcher(text.replace("\0", "")).replaceAll(REPLACEMENT);
        return withoutPrefixAtEnd(HASH.matcher(whole).replaceAll(REPLACEMENT));
    }

    /** The text on one line, shortened to {@code length} characters. */
    public String line(String text, int length) {
        String redacted =
                redact(text).replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return redacted.length() <= length ? redacted : redacted.substring(0, length) + "…";
    }

    /** A text that was cut off may end in the middle of the key. */
    private String withoutPrefixAtEnd(String text) {
        for (String form : forms) {
            for (int length = Math.min(form.length() - 1, text.length()); length > HARMLESS_PREFIX; length--) {
                if (text.regionMatches(true, text.length() - length, form, 0, length)) {
                    return text.substring(0, text.length() - length) + REPLACEMENT;
                }
            }
        }
        return text;
    }
}
