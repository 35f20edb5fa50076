package io.plumbline.server.platform.lifecycle;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The operator's settings and the one clock, which tests and the demo move. */
@Configuration(proxyBeanMethods = false)
class LifecycleConfiguration {

    @Bean
    Settings settings(Environment environment) {
        return new Settings(environment);
    }

    @Bean
    Clock clock(Settings settings) {
        Clock system = SystemClock.utc();
        return settings.find("PLUMBLINE_CLOCK_FILE")
                .<Clock>map(file -> new MovedClock(system, Path.of(file)))
                .orElse(system);
    }
}
