package io.plumbline.server.connector;

import io.plumbline.connector.api.DataMapping;

/** Which field of the vendor becomes which of the inventory. */
public record MappingPage(ConnectorHeader header, String typeName, DataMapping mapping) {}
