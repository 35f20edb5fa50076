package io.plumbline.e2e.browser;

/**
 * Every page that there is, and what becomes of it when a form is refused. What all pages have to keep is tested on each of these: a
 * new page needs a line here only, and {@link PlaceTest} asks for it.
 */
enum Place {
    SIGN_IN("/login"),
    SIGN_IN_FAILED("/login?failed"),
    DASHBOARD("/"),
    ASSETS("/assets"),
    ASSETS_THAT_DO_NOT_EXIST("/assets?q=nowhere"),
    ASSETS_REFUSED("/assets?colour=red"),
    VALUES_OF_A_FILTER("/assets/facets/operatingSystem"),
    DAYS_OF_A_FILTER("/findings/facets/fixed"),
    ASSET("/assets/{id}", "/api/v1/assets?limit=1&q=%3Cscript"),
    ASSET_ARCHIVED("/assets/{id}", "/api/v1/assets?limit=1&status=ARCHIVED"),
    WEAKNESSES("/weaknesses"),
    WEAKNESS("/weaknesses/{id}", "/api/v1/weaknesses?limit=1&q=CVE-2026-10002"),
    FINDINGS("/findings"),
    FINDINGS_FIXED("/findings?state=FIXED"),
    FINDING("/findings/{id}", "/api/v1/findings?limit=1&state=RESURFACED"),
    SEARCH("/find"),
    SEARCH_WITH_HITS("/find?q=CVE"),
    SEARCH_WITHOUT_HITS("/find?q=nowhere"),
    CONNECTORS("/connectors"),
    LIBRARY("/connectors/library"),
    NEW_CONNECTOR("/connectors/new?type=cortex-xdr"),
    NEW_CONNECTOR_REFUSED(NEW_CONNECTOR, "#form", "connection.proxyUrl=nowhere"),
    CONNECTOR("/connectors/1"),
    CONFIGURATION("/connectors/1/configuration"),
    CONFIGURATION_SAVED("/connectors/1/configuration?saved"),
    CONFIGURATION_REFUSED(CONFIGURATION, "#form", "dataPulling.maxEndpoints=many"),
    CONNECTIVITY_TEST(CONFIGURATION, "#form", "", "/connectors/1/configuration/test"),
    DELETION("/connectors/1/delete"),
    DELETION_REFUSED(DELETION, "form.deletion", "name=another"),
    MAPPING("/connectors/1/mapping"),
    SYNCS("/connectors/1/syncs"),
    SYNC("/connectors/1/syncs/1"),
    SYNC_FAILED("/connectors/1/syncs/{id}", "/api/v1/connectors/1/syncs?limit=1"),
    VALIDATION("/connectors/1/validations"),
    VALIDATION_OF_A_SYNC("/connectors/1/validations/{id}", "/api/v1/connectors/1/validations?limit=1"),
    PREVIEW("/connectors/1/previews"),
    SETTINGS("/settings"),
    SETTINGS_REFUSED(SETTINGS, "form[action='/settings']", "syncLogRetentionDays=never"),
    PASSWORD("/settings/password"),
    PASSWORD_REFUSED(PASSWORD, "form.entry", "next=short"),
    USERS("/settings/users"),
    USERS_REFUSED(USERS, "form.entry", "password=short"),
    USER("/settings/users/1"),
    USER_REFUSED(USER, "form[action$='/delete']", "name=nobody"),
    TOKENS("/settings/tokens"),
    TOKEN_SHOWN_ONCE(TOKENS, "form.entry", "name={new}&role=VIEWER"),
    TOKEN_REFUSED(TOKENS, "form.entry", "name="),
    AUDIT("/settings/audit"),
    AUDIT_DAYS("/settings/audit/facets/at"),
    AUDIT_EVENT("/settings/audit/{id}", "/api/v1/audit?limit=1&action=CONNECTOR_CREATED"),
    NOWHERE("/nowhere");

    private final String path;
    private final String list;
    private final String form;
    private final String fields;
    private final String action;

    Place(String path) {
        this(path, "");
    }

    /** @param list call of the API whose first record's id goes into the path */
    Place(String path, String list) {
        this(path, list, "", "", "");
    }

    /** Where a form of another place leads. */
    Place(Place from, String form, String fields) {
        this(from, form, fields, "");
    }

    Place(Place from, String form, String fields, String action) {
        this(from.path, from.list, form, fields, action);
    }

    Place(String path, String list, String form, String fields, String action) {
        this.path = path;
        this.list = list;
        this.form = form;
        this.fields = fields;
        this.action = action;
    }

    /** Selector of a form to send from the path, by which one comes to the place; empty: none. */
    String form() {
        return form;
    }

    /** What to fill in, {@code name=value} with {@code &} between; {@code {new}} is a name that nobody has. */
    String fields() {
        return fields;
    }

    /** Where the form is sent to; empty: where it leads by itself. */
    String action() {
        return action;
    }

    /** As it is written, where a record's id is to be known yet. */
    String path() {
        return path;
    }

    String path(Company company) {
        return list.isEmpty() ? path : path.replace("{id}", company.firstOf(list));
    }

    /** What it answers. */
    int status() {
        return switch (this) {
            case NOWHERE -> 404;
            case TOKEN_SHOWN_ONCE -> 201;
            case ASSETS_REFUSED,
                    NEW_CONNECTOR_REFUSED,
                    CONFIGURATION_REFUSED,
                    DELETION_REFUSED,
                    SETTINGS_REFUSED,
                    PASSWORD_REFUSED,
                    USERS_REFUSED,
                    USER_REFUSED,
                    TOKEN_REFUSED -> 400;
            default -> 200;
        };
    }
}
