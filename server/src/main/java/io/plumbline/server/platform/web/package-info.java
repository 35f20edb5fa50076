/**
 * What every REST resource answers with: pages and their cursors, refusals as problem details, exports. Knows nothing of what is
 * listed.
 */
@NullMarked
package io.plumbline.server.platform.web;

import org.jspecify.annotations.NullMarked;
