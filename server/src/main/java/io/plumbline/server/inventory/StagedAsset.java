package io.plumbline.server.inventory;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.AttributeValue;
import io.plumbline.server.platform.database.Folding;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the inventory derives from an asset's record before it is staged: search text, facets, hash, custom attributes as JSON.
 *
 * @param search name, FQDN and addresses, cut where they are many
 * @param searchIsCut whether a search for one of its last addresses misses the asset
 */
record StagedAsset(
        AssetRecord asset,
        String folded,
        String custom,
        String search,
        boolean searchIsCut,
        SortedMap<String, String> facets,
        UUID hash) {

    private static final int SEARCH_LIMIT = 2048;
    private static final JsonMapper JSON = new JsonMapper();

    static StagedAsset of(AssetRecord asset) {
        String custom = custom(asset);
        String whole = Folding.fold(String.join("\n", searched(asset)));
        String search = AssetFacet.cut(whole, SEARCH_LIMIT);
        return new StagedAsset(
                asset,
                Folding.fold(asset.name()),
                custom,
                search,
                search.length() < whole.length(),
                facets(asset),
                hash(asset, custom));
    }

    void write(CopyRow row, long position) {
        row.number(position)
                .text(asset.externalId())
                .text(asset.name())
                .text(folded)
                .text(asset.operatingSystem())
                .text(asset.fqdn())
                .array(asset.ipv4Addresses())
                .array(asset.ipv6Addresses())
                .array(asset.macAddresses())
                .array(asset.externalTags())
                .text(custom)
                .text(search)
                .array(List.copyOf(facets.keySet()))
                .array(List.copyOf(facets.values()))
                .uuid(hash)
                .text(asset.vendorStatus())
                .text(asset.vendorStatus() == null ? null : Folding.fold(asset.vendorStatus()))
                .time(asset.firstObservedAt())
                .time(asset.lastObservedAt());
    }

    private static String custom(AssetRecord asset) {
        ObjectNode json = JSON.createObjectNode();
        asset.customAttributes().forEach((key, value) -> {
            switch (value) {
                case AttributeValue.Text text -> json.put(key, text.value());
                case AttributeValue.Texts texts -> texts.values().forEach(json.putArray(key)::add);
            }
        });
        return json.toString();
    }

    private static List<String> searched(AssetRecord asset) {
        List<String> parts = new ArrayList<>();
        parts.add(asset.name());
        if (asset.fqdn() != null) {
            parts.add(asset.fqdn());
        }
        parts.addAll(asset.ipv4Addresses());
        parts.addAll(asset.ipv6Addresses());
        parts.addAll(asset.macAddresses());
        return parts;
    }

    /** By token, each with the value as the vendor writes it. */
    private static SortedMap<String, String> facets(AssetRecord asset) {
        SortedMap<String, String> facets = new TreeMap<>();
        if (asset.operatingSystem() != null) {
            add(facets, AssetFacet.OPERATING_SYSTEM, asset.operatingSystem());
        }
        attribute(asset, "endpoint_type").forEach(value -> add(facets, AssetFacet.ENDPOINT_TYPE, value));
        attribute(asset, "group_name").forEach(value -> add(facets, AssetFacet.GROUP, value));
        asset.externalTags().forEach(value -> add(facets, AssetFacet.TAG, value));
        return facets;
    }

    private static List<String> attribute(AssetRecord asset, String key) {
        return switch (asset.customAttributes().get(key)) {
            case AttributeValue.Text text -> List.of(text.value());
            case AttributeValue.Texts texts -> texts.values();
            case null -> List.of();
        };
    }

    private static void add(SortedMap<String, String> facets, AssetFacet facet, String value) {
        facets.putIfAbsent(facet.token(value), AssetFacet.cut(value, AssetFacet.LONGEST));
    }

    /** 128 bits over what is mapped, but times and vendor status, which move by themselves. */
    private static UUID hash(AssetRecord asset, String custom) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, asset.name());
            write(out, asset.operatingSystem());
            write(out, asset.fqdn());
            write(out, asset.ipv4Addresses());
            write(out, asset.ipv6Addresses());
            write(out, asset.macAddresses());
            write(out, asset.externalTags());
            write(out, custom);
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void write(DataOutputStream out, List<String> values) throws IOException {
        out.writeInt(values.size());
        for (String value : values) {
            write(out, value);
        }
    }

    private static void write(DataOutputStream out, @Nullable String value) throws IOException {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }
}
