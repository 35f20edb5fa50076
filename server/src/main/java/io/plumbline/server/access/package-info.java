/**
 * Who may call and who may look, and what they did: {@code audit} writes it down, {@code user} and {@code token} hold people and
 * programs, {@code signin} lets people in. Each uses only those before it.
 */
@NullMarked
package io.plumbline.server.access;

import org.jspecify.annotations.NullMarked;
