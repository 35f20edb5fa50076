package io.plumbline.server.platform.listing;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a CSV export.
 *
 * @param name its heading
 * @param value what {@link Object#toString} writes; a collection is written with its elements parted by semicolons
 */
public record Column<T>(String name, Function<T, @Nullable Object> value) {}
