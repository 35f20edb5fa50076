package io.plumbline.server.settings;

import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.page.SettingsTab;
import io.plumbline.server.platform.permission.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What concerns the installation as a whole. */
@Configuration(proxyBeanMethods = false)
class GeneralTab {

    @Bean
    @Order(SettingsTab.GENERAL)
    SettingsTab tab() {
        return new SettingsTab("General", Section.SETTINGS.path(), Permission.READ);
    }
}
