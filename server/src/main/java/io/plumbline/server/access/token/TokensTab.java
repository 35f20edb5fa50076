package io.plumbline.server.access.token;

import io.plumbline.server.platform.page.SettingsTab;
import io.plumbline.server.platform.permission.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** A place of the settings. */
@Configuration(proxyBeanMethods = false)
class TokensTab {

    @Bean
    @Order(SettingsTab.TOKENS)
    SettingsTab tokensSettingsTab() {
        return new SettingsTab("API tokens", TokenPages.PATH, Permission.ADMINISTER);
    }
}
