package io.plumbline.server.platform.listing;

import java.util.Map;

/** SQL with its named parameters. */
public record Statement(String sql, Map<String, Object> parameters) {}
