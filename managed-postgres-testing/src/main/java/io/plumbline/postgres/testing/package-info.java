/**
 * Databases for the tests of every module: one embedded PostgreSQL per JVM, one empty or prepared database per test.
 *
 * <p>A module of its own rather than a test jar, so that {@code test} and {@code verify} find it alike. Never a dependency of
 * anything but tests.
 */
@NullMarked
package io.plumbline.postgres.testing;

import org.jspecify.annotations.NullMarked;
