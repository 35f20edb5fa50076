package io.plumbline.simulator.data;

import io.plumbline.simulator.data.Seeded.Trait;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Seeded hosts as rows of {@code get_endpoint}: all the fields, with the vendor's mixture of lists, scalars and nulls. */
final class EndpointRows {

    private static final long DAY = 86_400_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Company company;
    private final Seeded seeded;

    EndpointRows(Company company) {
        this.company = company;
        this.seeded = company.seeded;
    }

    /**
     * @param host any number: for an endpoint that the console added, one made from its id
     * @param now epoch milliseconds
     */
    ObjectNode row(String id, long host, long now) {
        var row = JSON.objectNode();
        var status = company.status(host);
        row.put("endpoint_id", id);
        row.put("endpoint_name", company.name(host));
        var tags = seeded.oneIn(3, Trait.TAG, host) ? seeded.pick(Words.SERVER_TAGS, Trait.TAG, host + 1) : "";
        row.put("endpointTags", tags);
        row.put("endpoint_type", company.server(host) ? "AGENT_TYPE_SERVER" : "AGENT_TYPE_WORKSTATION");
        row.put("endpoint_status", status);
        protection(row, host);
        var platform = company.platform(host);
        row.put("os_type", platform.osType);
        row.put("os_version", company.system(host).getLast());
        row.put("operating_system", company.system(host).getFirst());
        addresses(row, host);
        people(row, host);
        long firstSeen = company.firstSeen(host);
        row.put("first_seen", firstSeen);
        row.put("last_seen", company.lastSeen(host, status, now));
        row.put("install_date", firstSeen - 90_000);
        agent(row, host, platform, now);
        row.set("active_directory", directory(host));
        isolation(row, host, firstSeen);
        groups(row, host);
        row.put("scan_status", seeded.oneIn(6, Trait.VERSION, host + 2) ? "SCAN_STATUS_SUCCESS" : "SCAN_STATUS_NONE");
        var system = platform.word.substring(0, 1).toUpperCase(Locale.ROOT) + platform.word.substring(1);
        row.put("assigned_prevention_policy", system + " Default");
        row.put("assigned_extensions_policy", "");
        cloud(row, host);
        var both = row.putObject("tags");
        both.set(
                "server_tags",
                tags.isEmpty() ? JSON.arrayNode() : JSON.arrayNode().add(tags));
        both.set("endpoint_tags", JSON.arrayNode());
        row.putNull("token_hash");
        if (seeded.oneIn(40, Trait.QUIRK, host + 4)) {
            // Tenants reply more than is documented; the name says that this one is made up.
            row.putObject("simulated_extra_field").put("reason", "readers ignore what they do not know");
        }
        return row;
    }

    private void isolation(ObjectNode row, long host, long firstSeen) {
        boolean isolated = seeded.oneIn(400, Trait.QUIRK, host);
        row.put("is_isolated", isolated ? "AGENT_ISOLATED" : "AGENT_UNISOLATED");
        if (isolated) {
            row.put("isolated_date", firstSeen + DAY);
        } else {
            row.putNull("isolated_date");
        }
    }

    /** Registered once and silent since: without addresses, users or content. */
    private boolean silent(long host) {
        return seeded.oneIn(60, Trait.NETWORK, host + 2);
    }

    private void protection(ObjectNode row, long host) {
        boolean partial = seeded.oneIn(12, Trait.QUIRK, host + 1);
        row.put("operational_status", partial ? "PARTIALLY_PROTECTED" : "PROTECTED");
        if (partial) {
            // JSON inside a string: this field's own quirk. It is absent where there is nothing to say.
            row.put("operational_status_description", "[{\"name\": \"generalStatus\", \"error_code\": 10004}]");
        }
        var details = row.putArray("operational_status_details");
        if (partial) {
            details.addObject().put("title", "Data collection limited").put("reason", "Unsupported kernel version");
        }
    }

    private void addresses(ObjectNode row, long host) {
        var ip = row.putArray("ip");
        var ipv6 = row.putArray("ipv6");
        var macs = row.putArray("mac_address");
        if (silent(host)) {
            row.put("public_ip", "");
            return;
        }
        long network = seeded.bits(Trait.NETWORK, host);
        ip.add("10." + ((network >>> 8) & 255) + "." + ((network >>> 16) & 255) + "." + (1 + ((network >>> 24) & 127)));
        if (seeded.oneIn(5, Trait.NETWORK, host + 1)) {
            ipv6.add("fd00:10::" + Long.toHexString((network >>> 32) & 0xffff));
        }
        row.put("public_ip", "198.51.100." + (1 + (network & 127)));
        byte[] mac = {2, 66, (byte) (network >>> 8), (byte) (network >>> 16), (byte) (network >>> 24), (byte) host};
        macs.add(HexFormat.ofDelimiter(":").formatHex(mac));
    }

    private void people(ObjectNode row, long host) {
        var user = seeded.pick(Words.USERS, Trait.USER, host);
        if (silent(host)) {
            row.putArray("users");
        } else if (seeded.oneIn(40, Trait.QUIRK, host + 2)) {
            // A bare string where a list is promised.
            row.put("users", user);
        } else {
            row.putArray("users").add(user);
        }
        row.put("domain", seeded.pick(Words.DOMAINS, Trait.SITE, host + 1));
        row.put("alias", seeded.oneIn(25, Trait.USER, host + 1) ? user + "'s device" : "");
    }

    private void agent(ObjectNode row, long host, Platform platform, long now) {
        row.put(
                "endpoint_version",
                seeded.pick(List.of("8.6.1.15832", "8.7.0.11842", "8.9.0.14028"), Trait.VERSION, host));
        row.put("content_version", silent(host) ? "" : "1940-22526");
        row.put("content_status", seeded.oneIn(15, Trait.VERSION, host + 1) ? "out_of_date" : "up_to_date");
        row.put("content_release_timestamp", now / DAY * DAY - DAY);
        // 0 is the vendor's way to say that there is no date.
        row.put("last_content_update_time", silent(host) ? 0 : now / DAY * DAY - DAY / 2);
        row.put("installation_package", platform == Platform.LINUX ? "linux" : "XDR");
    }

    private JsonNode directory(long host) {
        return switch ((int) seeded.below(Trait.QUIRK, host + 3, 3)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.stringNode("OU=Hosts,DC=corp,DC=example");
            default -> JSON.arrayNode().add("OU=Hosts,DC=corp,DC=example").add("CN=Managed,DC=corp,DC=example");
        };
    }

    private void groups(ObjectNode row, long host) {
        switch ((int) seeded.below(Trait.GROUP, host + 1, 3)) {
            case 0 -> row.putNull("group_name");
            case 1 -> row.putArray("group_name");
            default -> row.putArray("group_name").add(seeded.pick(Words.GROUPS, Trait.GROUP, host + 2));
        }
    }

    private void cloud(ObjectNode row, long host) {
        boolean cloud = company.server(host) && seeded.oneIn(4, Trait.NETWORK, host + 3);
        var id = Long.toHexString(seeded.bits(Trait.NETWORK, host + 4));
        row.put("cloud_provider", cloud ? "AWS" : "");
        row.put("cloud_region", cloud ? seeded.pick(Words.CLOUD_REGIONS, Trait.SITE, host) : "");
        row.put("cloud_provider_account_id", cloud ? "210987654321" : "");
        row.put("cloud_instance_id", cloud ? "i-" + id : "");
        row.put("cloud_id", cloud ? id : "");
    }
}
