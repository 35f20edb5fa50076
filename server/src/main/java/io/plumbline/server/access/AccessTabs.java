package io.plumbline.server.access;

import io.plumbline.server.platform.page.SettingsTab;
import io.plumbline.server.platform.permission.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the settings have to do with who may do what. */
@Configuration(proxyBeanMethods = false)
class AccessTabs {

    @Bean
    @Order(SettingsTab.USERS)
    SettingsTab usersTab() {
        return new SettingsTab("Users", UserPages.PATH, Permission.ADMINISTER);
    }

    @Bean
    @Order(SettingsTab.TOKENS)
    SettingsTab tokensTab() {
        return new SettingsTab("API tokens", TokenPages.PATH, Permission.ADMINISTER);
    }

    @Bean
    @Order(SettingsTab.AUDIT)
    SettingsTab auditTab() {
        return new SettingsTab("Audit log", AuditPages.PATH, Permission.ADMINISTER);
    }
}
