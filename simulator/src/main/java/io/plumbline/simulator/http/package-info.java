/** A small HTTP/1.1 server over plain sockets: it must be able to break off, stall and reset, which servers prevent. */
@NullMarked
package io.plumbline.simulator.http;

import org.jspecify.annotations.NullMarked;
