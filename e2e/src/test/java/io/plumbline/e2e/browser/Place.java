package io.plumbline.e2e.browser;

/** Every page that there is. What all pages have to keep is tested on each of these: a new page needs a line here only. */
enum Place {
    SIGN_IN("/login"),
    DASHBOARD("/"),
    ASSETS("/assets"),
    ASSETS_THAT_DO_NOT_EXIST("/assets?q=nowhere"),
    ASSETS_REFUSED("/assets?colour=red"),
    VALUES_OF_A_FILTER("/assets/facets/operatingSystem"),
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
    CONNECTOR("/connectors/1"),
    CONFIGURATION("/connectors/1/configuration"),
    MAPPING("/connectors/1/mapping"),
    SYNCS("/connectors/1/syncs"),
    SYNC("/connectors/1/syncs/1"),
    SYNC_FAILED("/connectors/1/syncs/{id}", "/api/v1/connectors/1/syncs?limit=1"),
    SETTINGS("/settings"),
    PASSWORD("/settings/password"),
    USERS("/settings/users"),
    USER("/settings/users/1"),
    TOKENS("/settings/tokens"),
    AUDIT("/settings/audit"),
    AUDIT_EVENT("/settings/audit/{id}", "/api/v1/audit?limit=1&action=CONNECTOR_CREATED"),
    NOWHERE("/nowhere");

    private final String path;
    private final String list;

    Place(String path) {
        this(path, "");
    }

    /** @param list call of the API whose first record's id goes into the path */
    Place(String path, String list) {
        this.path = path;
        this.list = list;
    }

    String path(Company company) {
        return list.isEmpty() ? path : path.replace("{id}", company.firstOf(list));
    }

    /** What it answers. */
    int status() {
        return switch (this) {
            case NOWHERE -> 404;
            case ASSETS_REFUSED -> 400;
            default -> 200;
        };
    }
}
