package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import java.util.List;

/**
 * The Connector Library.
 *
 * @param q what was searched for, as entered
 * @param category the one chosen; empty: any
 * @param types those that match both
 */
public record LibraryPage(String q, String category, List<String> categories, List<ConnectorDescriptor> types) {}
