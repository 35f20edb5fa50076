/**
 * What starting, running and stopping needs everywhere: the operator's settings, the one clock, and the refusal to start.
 *
 * <p>Readiness is Spring's: {@code /health} answers 200 once every {@link org.springframework.boot.ApplicationRunner} has
 * ended. Whoever has something to put in order first, such as runs left by a dead process, does it in such a runner.
 */
@NullMarked
package io.plumbline.server.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
