package io.plumbline.server.sync;

import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.setting.NumberSetting;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What syncs need to be told at start. */
@Configuration(proxyBeanMethods = false)
class SyncConfiguration {

    /** For the settings page. */
    @Bean
    NumberSetting syncLogRetentionDays() {
        return LogRetention.SETTING;
    }

    @Bean
    NodeId nodeId(Settings settings) throws IOException {
        return NodeId.in(settings.dataFolder());
    }
}
