/**
 * What every REST resource takes and answers with: query parameters, pages of lists and their cursors, refusals as problem
 * details, and how much of a request is read at all. Knows nothing of what is listed.
 */
@NullMarked
package io.plumbline.server.platform.web;

import org.jspecify.annotations.NullMarked;
