package io.plumbline.connector.api;

/** A field of the inventory that a connector fills. */
public sealed interface MappedField permits AssetField, FindingField {

    /** What a person reads. */
    String label();
}
