package io.plumbline.server.access.audit;

/** What the audit log tells of. */
public enum AuditAction {
    SIGNED_IN("Signed in"),
    SIGN_IN_FAILED("Sign-in failed"),
    /** After too many tries. A flood of them leaves ten lines at once, and one a minute. */
    SIGN_IN_TURNED_AWAY("Sign-in turned away"),
    SIGNED_OUT("Signed out"),
    SIGNED_OUT_EVERYWHERE("Signed out everywhere"),
    PASSWORD_CHANGED("Password changed"),
    PASSWORD_CHANGE_FAILED("Password change failed"),
    PASSWORD_CHANGE_TURNED_AWAY("Password change turned away"),
    USER_CREATED("User created"),
    USER_CHANGED("User changed"),
    USER_DELETED("User deleted"),
    TOKEN_CREATED("Token created"),
    TOKEN_REVOKED("Token revoked"),
    CONNECTOR_CREATED("Connector created"),
    CONNECTOR_CHANGED("Connector changed"),
    CONNECTOR_ENABLED("Connector enabled"),
    CONNECTOR_DISABLED("Connector disabled"),
    CONNECTOR_DELETED("Connector deleted"),
    SYNC_STARTED("Sync started"),
    VALIDATION_STARTED("Validation started"),
    PREVIEW_STARTED("Preview started"),
    SYNC_CANCELLED("Sync cancelled"),
    GUARD_LIFTED("Guard lifted"),
    SETTINGS_CHANGED("Settings changed"),
    MASTER_KEY_CHANGED("Master key changed");

    private final String label;

    AuditAction(String label) {
        this.label = label;
    }

    /** What a person reads. */
    public String label() {
        return label;
    }
}
