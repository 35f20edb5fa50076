package io.plumbline.connector.cortexxdr.protocol;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of this connector: exact decimals, and bounds that no honest tenant meets. */
public final class Json {

    /** One text of this length fits a small heap; a tenant's longest are descriptions of some kilobytes. */
    private static final int LONGEST_TEXT = 4_000_000;

    private static final int DEEPEST = 100;

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // values are read one by one out of longer replies
            .build();

    private Json() {}
}
