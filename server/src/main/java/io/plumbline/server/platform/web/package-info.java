/**
 * What every REST resource takes and answers with: query parameters, pages of lists and their cursors, refusals as problem
 * details, how much of a request is read at all, and what text stays on its line. Knows nothing of what is listed.
 */
@NullMarked
package io.plumbline.server.platform.web;

import org.jspecify.annotations.NullMarked;
