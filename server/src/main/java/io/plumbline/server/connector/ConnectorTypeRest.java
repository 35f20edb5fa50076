package io.plumbline.server.connector;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.connector.api.ConnectorDescriptor.VendorCall;
import io.plumbline.connector.api.DataMapping;
import io.plumbline.connector.api.Setting;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The Connector Library over REST. */
@Needs(Permission.READ)
@RestController
class ConnectorTypeRest {

    private final List<TypeView> types;

    ConnectorTypeRest(ConnectorTypes types) {
        this.types = types.all().stream().map(type -> view(type.descriptor())).toList();
    }

    @GetMapping("/api/v1/connector-types")
    List<TypeView> types() {
        return types;
    }

    private static TypeView view(ConnectorDescriptor type) {
        return new TypeView(
                type.id(),
                type.name(),
                type.category(),
                type.description(),
                type.supportedVersion(),
                type.integration(),
                type.ingestedData(),
                type.assetClasses(),
                type.prerequisites(),
                type.calls(),
                type.limits(),
                type.vendorStatuses(),
                type.settings().stream().map(ConnectorTypeRest::view).toList(),
                type.mapping());
    }

    private static SettingView view(Setting setting) {
        return new SettingView(
                setting.key(),
                setting.label(),
                setting.kind(),
                setting.required(),
                setting.secret(),
                setting.defaultValue(),
                setting.options(),
                setting.help());
    }

    record TypeView(
            String id,
            String name,
            String category,
            String description,
            String supportedVersion,
            String integration,
            List<String> ingestedData,
            List<String> assetClasses,
            List<String> prerequisites,
            List<VendorCall> calls,
            List<String> limits,
            List<String> vendorStatuses,
            List<SettingView> settings,
            DataMapping mapping) {}

    /** A setting under the contract's names, of which {@code default} is no name in Java. */
    record SettingView(
            String key,
            String label,
            Setting.Kind type,
            boolean required,
            boolean secret,
            @JsonProperty("default") @Nullable String defaultValue,
            List<String> options,
            String help) {}
}
