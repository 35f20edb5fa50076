package io.plumbline.server.platform.outbound;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.connector.api.HostAllowance;
import io.plumbline.server.platform.lifecycle.Settings;
import okhttp3.Dns;
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
    OutboundTransports outboundTransports(OutboundRules rules, MeterRegistry registry) {
        return new OutboundTransports(
                rules,
                Dns.SYSTEM,
                (host, outcome) -> Counter.builder("plumbline.vendor.requests")
                        .description("Requests to vendors by the status of the reply, or by what kept it from coming")
                        .tag("host", host)
                        .tag("outcome", outcome)
                        .register(registry)
                        .increment());
    }
}
