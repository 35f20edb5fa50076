/**
 * The people who may sign in, their roles and passwords. Owns the table {@code users}; ends sessions in those of Spring Session.
 */
@NullMarked
package io.plumbline.server.access.user;

import org.jspecify.annotations.NullMarked;
