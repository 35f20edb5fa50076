package io.plumbline.server.platform.lifecycle;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The one place that knows the system's clock; everything else is given a {@link Clock}, which tests and the demo move. */
@Configuration(proxyBeanMethods = false)
class LifecycleConfiguration {

    @Bean
    Settings settings(Environment environment) {
        return new Settings(environment);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
