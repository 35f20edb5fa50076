package io.plumbline.server.weakness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One weakness in full.
 *
 * @param score null where the vendor's word gave the severity
 * @param connectors the names of those that know it
 */
public record WeaknessPage(Weakness weakness, @Nullable String score, List<String> connectors) {}
