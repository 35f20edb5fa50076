/**
 * What a caller has to be allowed, declared beside each handler by {@link io.plumbline.server.platform.permission.Needs} and
 * checked before it is called. Who is allowed what is for {@code access} to say.
 */
@NullMarked
package io.plumbline.server.platform.permission;

import org.jspecify.annotations.NullMarked;
