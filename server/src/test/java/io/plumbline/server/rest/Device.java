package io.plumbline.server.rest;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.AttributeValue;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An asset as a vendor reports it: connected, with Linux, and no more than a test makes it say. */
public final class Device {

    private final String name;
    private final SortedMap<String, AttributeValue> attributes = new TreeMap<>();
    private String id;
    private @Nullable String operatingSystem = "Linux";
    private @Nullable String fqdn;
    private List<String> ipv4 = List.of();
    private List<String> ipv6 = List.of();
    private List<String> mac = List.of();
    private List<String> tags = List.of();
    private @Nullable String vendorStatus = "CONNECTED";
    private @Nullable Instant first;
    private @Nullable Instant last;

    private Device(String name) {
        this.name = name;
        this.id = "id-" + name;
    }

    public static Device named(String name) {
        return new Device(name);
    }

    public Device id(String value) {
        id = value;
        return this;
    }

    public Device operatingSystem(@Nullable String value) {
        operatingSystem = value;
        return this;
    }

    public Device fqdn(String value) {
        fqdn = value;
        return this;
    }

    public Device ipv4(String... values) {
        ipv4 = List.of(values);
        return this;
    }

    public Device ipv6(String... values) {
        ipv6 = List.of(values);
        return this;
    }

    public Device mac(String... values) {
        mac = List.of(values);
        return this;
    }

    public Device tags(String... values) {
        tags = List.of(values);
        return this;
    }

    /** A custom attribute: one text, or several. */
    public Device attribute(String key, String... values) {
        attributes.put(
                key,
                values.length == 1 ? new AttributeValue.Text(values[0]) : new AttributeValue.Texts(List.of(values)));
        return this;
    }

    public Device vendorStatus(@Nullable String value) {
        vendorStatus = value;
        return this;
    }

    public Device seen(@Nullable Instant firstTime, @Nullable Instant lastTime) {
        first = firstTime;
        last = lastTime;
        return this;
    }

    public Device seen(String firstTime, String lastTime) {
        return seen(Instant.parse(firstTime), Instant.parse(lastTime));
    }

    AssetRecord read() {
        return new AssetRecord(
                id, name, operatingSystem, fqdn, ipv4, ipv6, mac, tags, attributes, vendorStatus, first, last);
    }
}
