package io.plumbline.server.connector;

import io.plumbline.server.platform.table.Amount;

/**
 * What stands above a form.
 *
 * @param kind the class of the message: good, warn or error
 * @param asksTenantChange whether the form asks to confirm that another tenant is meant
 */
public record FormMessage(String kind, String title, String text, boolean asksTenantChange) {

    static FormMessage saved() {
        return new FormMessage("good", "Saved.", "It applies from the next sync on.", false);
    }

    static FormMessage refused(String why) {
        return new FormMessage("error", "Nothing was saved.", why, false);
    }

    static FormMessage stale() {
        return new FormMessage(
                "error",
                "Changed meanwhile: nothing was saved.",
                "Somebody has changed this connector since you opened the form. Your entries stand below; saving them now"
                        + " replaces what the other person entered.",
                false);
    }

    static FormMessage otherTenant(ConnectorFacts.Holdings holdings) {
        return new FormMessage(
                "warn",
                "Nothing was saved yet: this would look at another tenant.",
                "The next complete sync would archive every asset that the new tenant does not have: now %s assets with %s"
                                .formatted(Amount.text(holdings.assets()), Amount.text(holdings.allOpenFindings()))
                        + " open findings. To watch both tenants, add another connector instead.",
                true);
    }
}
