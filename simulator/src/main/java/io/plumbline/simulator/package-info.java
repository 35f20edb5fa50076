/**
 * A Cortex XDR tenant that runs on this machine, for tests, demonstration and measurement.
 *
 * <p>It answers the vendor's public API as far as a reader of endpoints and vulnerabilities meets it, quirks included. It
 * shares no code with the client, so that a mistake in one is not hidden by the same mistake in the other. What the vendor
 * documents nowhere is invented and listed in {@code docs/adr/0006-simulator.md}.
 */
@NullMarked
package io.plumbline.simulator;

import org.jspecify.annotations.NullMarked;
