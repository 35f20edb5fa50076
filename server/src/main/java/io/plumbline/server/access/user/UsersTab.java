package io.plumbline.server.access.user;

import io.plumbline.server.platform.page.SettingsTab;
import io.plumbline.server.platform.permission.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** A place of the settings. */
@Configuration(proxyBeanMethods = false)
class UsersTab {

    @Bean
    @Order(SettingsTab.USERS)
    SettingsTab usersSettingsTab() {
        return new SettingsTab("Users", UserPages.PATH, Permission.ADMINISTER);
    }
}
