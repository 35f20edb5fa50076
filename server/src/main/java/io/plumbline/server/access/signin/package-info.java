/**
 * How people get in and out: by password or by OpenID Connect, counted and remembered, and the filter chain of the pages. Owns the
 * table {@code sign_in_bucket}.
 */
@NullMarked
package io.plumbline.server.access.signin;

import org.jspecify.annotations.NullMarked;
