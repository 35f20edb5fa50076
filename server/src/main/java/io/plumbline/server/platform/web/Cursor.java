package io.plumbline.server.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a page ended: the sort key of its last record, bound to the list, filters and sort that it was made for. Opaque to clients,
 * and no secret: whoever forges one sees nothing that the list would not show.
 */
public final class Cursor {

    private static final JsonMapper JSON = new JsonMapper();

    private Cursor() {}

    /**
     * @param list names the list with its filters and sort; the same text for every page of it
     * @param key the last record's sort key
     */
    public static String after(String list, List<String> key) {
        String[] parts = new String[key.size() + 1];
        parts[0] = Integer.toHexString(list.hashCode());
        for (int i = 0; i < key.size(); i++) {
            parts[i + 1] = key.get(i);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
    }

    /** The sort key to go on after; empty where the cursor is none of this list's. */
    static Optional<List<String>> read(String cursor, String list) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.US_ASCII));
            String[] read = JSON.readValue(json, String[].class);
            boolean ours = read != null
                    && read.length > 0
                    && Arrays.stream(read).noneMatch(Objects::isNull)
                    && Integer.toHexString(list.hashCode()).equals(read[0]);
            return ours ? Optional.of(Arrays.asList(read).subList(1, read.length)) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty(); // not base64, or not what we put into it: no cursor of ours
        }
    }
}
