package io.plumbline.server.application.description;

import io.plumbline.server.platform.listing.ListDefinition;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the document together: what it is about, how to authenticate, and what adds to springdoc's reading of the types. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String BEARER = "bearer";

    @Bean
    OpenAPI openApi() {
        String version = Optional.ofNullable(ApiDocument.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new OpenAPI()
                .info(new Info()
                        .title("Plumbline")
                        .description("Exposure management: connectors, their syncs, and the inventory they keep true.")
                        .version(version)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("This server")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .description("An API token, such as that of PLUMBLINE_ADMIN_TOKEN")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    OpenApiCustomizer operations(ObjectProvider<ListDefinition<?, ?>> lists) {
        List<ListDefinition<?, ?>> all = lists.stream().toList();
        return new Operations(new ListParameters(all), new ListExports(all));
    }

    @Bean
    ModelConverter nullness() {
        return new Nullness();
    }
}
