/**
 * Charts as numbers for templates: where lines, areas and bars stand in a drawing of fixed size. Drawn on the server as SVG, they need
 * no script, fit a strict content security policy and print. Axes start at zero.
 */
@NullMarked
package io.plumbline.server.platform.chart;

import org.jspecify.annotations.NullMarked;
