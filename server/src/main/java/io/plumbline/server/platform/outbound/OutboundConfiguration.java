package io.plumbline.server.platform.outbound;

import io.plumbline.connector.api.HostAllowance;
import io.plumbline.server.platform.lifecycle.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {

    @Bean
    OutboundRules outboundRules(Settings settings) {
        return OutboundRules.of(settings);
    }

    @Bean
    HostAllowance hostAllowance(OutboundRules rules) {
        return rules.hosts();
    }

    @Bean
    OutboundTransports outboundTransports(OutboundRules rules) {
        return new OutboundTransports(rules);
    }
}
