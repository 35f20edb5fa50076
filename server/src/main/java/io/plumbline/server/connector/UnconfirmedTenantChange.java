package io.plumbline.server.connector;

import io.plumbline.server.platform.web.Conflict;

/** A connector with an inventory would look at another tenant, and nobody has said that this is meant. */
final class UnconfirmedTenantChange extends Conflict {

    private static final long serialVersionUID = 1L;

    UnconfirmedTenantChange() {
        super(
                "The connector would look at another tenant: its next complete sync archives every asset that the new tenant"
                        + " does not have, with its findings. Repeat the request with confirmTenantChange=true if that is meant;"
                        + " otherwise create another connector.");
    }
}
