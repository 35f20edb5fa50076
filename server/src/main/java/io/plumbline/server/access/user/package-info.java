/**
 * The people who may sign in, their roles and passwords. Owns the table {@code users}; ends sessions in those of Spring Session, and
 * reads in {@code api_token} which tokens somebody has made.
 */
@NullMarked
package io.plumbline.server.access.user;

import org.jspecify.annotations.NullMarked;
