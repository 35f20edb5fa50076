package io.plumbline.connector.cortexxdr.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.JsonNode;

/**
 * Reads values that are held whole, and weighs them together while they arrive. A body may be long, as its rows go on one by one; what
 * is held of it has to fit a small heap, and an empty object takes three bytes on the way and thirty times as many in memory. Used by
 * one thread.
 */
public final class Trees {

    /** A hundred honest endpoints weigh less than a hundredth of it. */
    static final long HEAVIEST = 32L << 20;

    /** What a value or a name takes beside its text, in the memory of an ordinary Java. */
    private static final int WEIGHT_OF_TOKEN = 64;

    private long weight;

    /** The value at which the parser stands or, before its first, the next one; leaves the parser at its last token. */
    public JsonNode read(JsonParser parser) {
        String name = parser.currentName();
        add(WEIGHT_OF_TOKEN + (name == null ? 0 : name.length()));
        Weighing weighing = new Weighing(parser);
        weighing.weigh(parser.currentToken());
        return Json.MAPPER.readTree(weighing);
    }

    private void add(long more) {
        weight += more;
        if (weight > HEAVIEST) {
            throw JacksonIOException.construct(new ShapeException("holds more than any honest one"));
        }
    }

    private final class Weighing extends JsonParserDelegate {

        Weighing(JsonParser parser) {
            super(parser);
        }

        @Override
        public @Nullable JsonToken nextToken() {
            return weigh(super.nextToken());
        }

        private @Nullable JsonToken weigh(@Nullable JsonToken token) {
            if (token != null) {
                add(WEIGHT_OF_TOKEN + (token.isStructStart() || token.isStructEnd() ? 0 : getStringLength()));
            }
            return token;
        }

        @Override
        public @Nullable String nextName() {
            return nextToken() == JsonToken.PROPERTY_NAME ? currentName() : null;
        }
    }
}
