/**
 * What came of comparing each connector's inventory with its vendor's own numbers: kept, shown, and asked for. The comparison
 * itself is made where the tables are, in {@link io.plumbline.server.inventory}.
 */
@NullMarked
package io.plumbline.server.validation;

import org.jspecify.annotations.NullMarked;
