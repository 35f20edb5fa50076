package io.plumbline.server.platform.listing;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a CSV export.
 *
 * @param name its heading
 * @param value a number, which is written as it is, or anything else, which is written as its text: a time in UTC, a collection's
 *     elements parted by semicolons, nothing where it is null
 */
public record Column<T>(String name, Function<T, @Nullable Object> value) {}
