/**
 * The API's own description at {@code /api/v1/openapi.json}. What Java's types say comes from them by springdoc; what they cannot
 * say (names of calls, statuses, refusals, nullness) is added here, so that controllers need no annotations for it.
 */
@NullMarked
package io.plumbline.server.application.description;

import org.jspecify.annotations.NullMarked;
