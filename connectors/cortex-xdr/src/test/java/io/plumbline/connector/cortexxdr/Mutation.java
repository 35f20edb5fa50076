package io.plumbline.connector.cortexxdr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Spoils a reply in one to four places: by its structure where it is JSON, and by its bytes. The same seed spoils the same reply in the
 * same way.
 */
final class Mutation {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SplittableRandom random;

    Mutation(long seed) {
        this.random = new SplittableRandom(seed);
    }

    byte[] of(byte[] reply) {
        byte[] spoilt = reply;
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            spoilt = random.nextInt(4) == 0 ? bytes(spoilt) : structure(spoilt);
        }
        return spoilt;
    }

    private byte[] structure(byte[] reply) {
        try {
            JsonNode tree = JSON.readTree(reply);
            List<JsonNode> parents = new ArrayList<>();
            collect(tree, parents);
            if (!parents.isEmpty()) {
                spoil(parents.get(random.nextInt(parents.size())));
            }
            return JSON.writeValueAsBytes(tree);
        } catch (JacksonException noJson) {
            return bytes(reply);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainer() && !node.isEmpty()) {
            parents.add(node);
        }
        node.forEach(child -> collect(child, parents));
    }

    private void spoil(JsonNode parent) {
        if (parent instanceof ObjectNode object) {
            List<String> names = List.copyOf(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name.toUpperCase(Locale.ROOT), object.remove(name));
                case 2 ->
                    object.set(
                            names.get(random.nextInt(names.size())),
                            object.get(name).deepCopy());
                default -> object.set(name, value(object.get(name)));
            }
        } else if (parent instanceof ArrayNode array) {
            int at = random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(at);
                case 1 -> array.insert(at, array.get(at).deepCopy());
                default -> array.set(at, value(array.get(at)));
            }
        }
    }

    /** Of another type, or of the same and without measure. */
    private JsonNode value(JsonNode before) {
        return switch (random.nextInt(16)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(new BigDecimal("1e" + random.nextInt(-5_000, 5_000)));
            case 4 -> NODES.numberNode(-1);
            case 5 -> NODES.stringNode("");
            case 6 -> NODES.stringNode(" \t\u00a0\u200b ");
            case 7 -> NODES.stringNode("\u0000\ud800\u202e" + before.asString("") + "\r\n");
            case 8 -> NODES.stringNode("é🦊".repeat(random.nextInt(1, 2_000)));
            case 9 -> NODES.stringNode(before.asString("").toLowerCase(Locale.ROOT));
            case 10 -> NODES.objectNode();
            case 11 -> NODES.arrayNode();
            case 12 -> NODES.arrayNode().add(before.deepCopy()).addNull().add(7);
            case 13 -> NODES.objectNode().set("value", before.deepCopy());
            case 14 -> deep(random.nextInt(1, 3_000));
            default -> NODES.stringNode(before.toString());
        };
    }

    private static JsonNode deep(int levels) {
        ArrayNode outer = NODES.arrayNode();
        ArrayNode at = outer;
        for (int i = 0; i < levels; i++) {
            at = at.addArray();
        }
        return outer;
    }

    private byte[] bytes(byte[] reply) {
        if (reply.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(reply.length);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(reply, at);
            case 1 -> {
                byte[] flipped = reply.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 2 -> join(Arrays.copyOf(reply, at), new byte[] {(byte) 0xc0, (byte) 0xaf, 0}, from(reply, at));
            case 3 -> join(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, reply);
            case 4 -> join(reply, reply);
            case 5 -> join(Arrays.copyOf(reply, at), from(reply, Math.min(reply.length, at + random.nextInt(1, 200))));
            case 6 ->
                random.nextBoolean()
                        ? packed(reply)
                        : new String(reply, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
            default -> "<html><body>Sign in</body></html>".getBytes(StandardCharsets.US_ASCII);
        };
    }

    private static byte[] from(byte[] reply, int at) {
        return Arrays.copyOfRange(reply, at, reply.length);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
