package io.plumbline.server.access.audit;

import io.plumbline.server.platform.page.SettingsTab;
import io.plumbline.server.platform.permission.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** A place of the settings. */
@Configuration(proxyBeanMethods = false)
class AuditTab {

    @Bean
    @Order(SettingsTab.AUDIT)
    SettingsTab auditSettingsTab() {
        return new SettingsTab("Audit log", AuditPages.PATH, Permission.ADMINISTER);
    }
}
