/**
 * The only way out: HTTP calls to vendors over OkHttp. Decides which hosts and addresses may be reached, keeps each tenant's
 * rate budget, and carries a connector's proxy and extra trusted CA. A route through a gateway will be one more way to
 * connect here; nothing above knows the difference.
 */
@NullMarked
package io.plumbline.server.platform.outbound;

import org.jspecify.annotations.NullMarked;
