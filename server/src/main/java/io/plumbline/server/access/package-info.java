/**
 * Who may call and who may look: users and their sign-in for pages, bearer tokens for programs, and which paths need which.
 * Owns the table {@code users}; Spring Session keeps its own two.
 */
@NullMarked
package io.plumbline.server.access;

import org.jspecify.annotations.NullMarked;
