package io.plumbline.connector.api;

import java.util.List;

/** A custom attribute: one text or a list of texts. */
public sealed interface AttributeValue {

    record Text(String value) implements AttributeValue {}

    record Texts(List<String> values) implements AttributeValue {
        public Texts {
            values = List.copyOf(values);
        }
    }
}
