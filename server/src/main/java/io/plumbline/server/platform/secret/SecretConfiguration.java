package io.plumbline.server.platform.secret;

import io.plumbline.server.platform.lifecycle.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

    @Bean
    SecretBox secretBox(JdbcClient jdbc, Settings settings) {
        return new SecretBoxes(jdbc).open(settings.find(MasterKeySource.VARIABLE), settings.dataFolder());
    }
}
