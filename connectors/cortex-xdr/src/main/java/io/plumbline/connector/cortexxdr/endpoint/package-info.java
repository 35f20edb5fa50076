/** Endpoints: read in overlapping windows, mapped one by one. */
@NullMarked
package io.plumbline.connector.cortexxdr.endpoint;

import org.jspecify.annotations.NullMarked;
