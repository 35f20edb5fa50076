package io.plumbline.connector.api;

import java.util.List;

/**
 * Where a field of the inventory comes from.
 *
 * @param field an {@link AssetField} or a {@link FindingField}
 * @param sources every field of the source that has a say in it, under the source's names
 * @param rule what is done with them, in one sentence; empty where they are taken as they stand
 */
public record FieldMapping<F extends Enum<F> & MappedField>(F field, List<String> sources, String rule) {

    public FieldMapping {
        sources = List.copyOf(sources);
    }
}
