/**
 * The programs that may call: bearer tokens, and the filter chain of the API. Owns the table {@code api_token}.
 */
@NullMarked
package io.plumbline.server.access.token;

import org.jspecify.annotations.NullMarked;
