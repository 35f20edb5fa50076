/**
 * The inventory in a few figures, over REST and as the dashboard. Owns no table and counts nothing: it reads the counters and
 * the trend that {@code inventory} keeps, so that it is as quick with five million findings as with five. All figures of one
 * answer are of one moment, and equal what the lists say of it; those by severity go by each connector's own severity, as the list
 * of findings does.
 */
@NullMarked
package io.plumbline.server.dashboard;

import org.jspecify.annotations.NullMarked;
