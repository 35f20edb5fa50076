/**
 * Who may call and who may look, and what they did: {@code audit} writes it down and knows none of the others; {@code user} keeps
 * people, {@code signin} lets them in, {@code token} keeps programs and lets them in. Those two know {@code user} and not each other.
 */
@NullMarked
package io.plumbline.server.access;

import org.jspecify.annotations.NullMarked;
