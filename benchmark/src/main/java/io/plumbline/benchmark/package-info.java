/**
 * What the product costs, measured: {@code ./plumbline bench}. A figure is a ratio to a floor of the same run, since seconds are
 * the machine's and not ours. Everything runs as users run it: the server is a process, its data comes by syncing.
 */
@NullMarked
package io.plumbline.benchmark;

import org.jspecify.annotations.NullMarked;
