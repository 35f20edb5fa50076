/**
 * The demonstration: a simulated tenant, a server, a connector between them, and the days before today that all three live through.
 */
@NullMarked
package io.plumbline.demo;

import org.jspecify.annotations.NullMarked;
