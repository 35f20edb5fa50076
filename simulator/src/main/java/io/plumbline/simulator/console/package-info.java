/** The HTTP console under {@code /console}, which does for other processes what {@code TenantConsole} does in process. */
@NullMarked
package io.plumbline.simulator.console;

import org.jspecify.annotations.NullMarked;
