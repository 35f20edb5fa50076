/** The program: its main class, how it listens, starts, fails to start, and says where it is. */
@NullMarked
package io.plumbline.server.application;

import org.jspecify.annotations.NullMarked;
