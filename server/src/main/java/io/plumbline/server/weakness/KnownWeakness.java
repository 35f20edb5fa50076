package io.plumbline.server.weakness;

import java.util.List;

/** A weakness as some connectors know it. */
public record KnownWeakness(int id, List<Integer> connectorIds) {}
