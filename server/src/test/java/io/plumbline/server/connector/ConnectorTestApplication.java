package io.plumbline.server.connector;

import io.plumbline.postgres.testing.TestDatabase;
import io.plumbline.server.access.audit.AuditLog;
import io.plumbline.server.platform.database.MigratedDatabase;
import io.plumbline.server.platform.outbound.HostList;
import io.plumbline.server.platform.outbound.OutboundRules;
import io.plumbline.server.platform.outbound.OutboundTransports;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.secret.SecretBox;
import io.plumbline.server.platform.secret.SecretBoxes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * This package without its pages, what it stands on, and nothing above it. No {@code @Configuration}: the whole server, when a
 * test starts it, would find it and take these beans for its own.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"io.plumbline.server.connector", "io.plumbline.server.platform.web"},
        excludeFilters = @Filter(PageController.class))
class ConnectorTestApplication {

    @Bean(destroyMethod = "close")
    TestDatabase database() {
        return MigratedDatabase.create();
    }

    @Bean
    DataSource dataSource(TestDatabase database) {
        return MigratedDatabase.source(database);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-05-04T03:02:01Z"), ZoneOffset.UTC);
    }

    @Bean
    OutboundRules outboundRules() {
        return new OutboundRules(
                HostList.parse(List.of("127.0.0.1"), "PLUMBLINE_ALLOWED_HOSTS"),
                HostList.parse(List.of("proxy.example:3128", "other-proxy.example"), "PLUMBLINE_ALLOWED_PROXIES"));
    }

    @Bean
    OutboundTransports outboundTransports(OutboundRules rules) {
        return new OutboundTransports(rules);
    }

    @Bean
    SecretBox secretBox(JdbcClient jdbc) {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        return new SecretBoxes(jdbc).open(Optional.of(key), Path.of("target"));
    }

    @Bean
    AuditLog auditLog(JdbcClient jdbc, Clock clock) {
        return new AuditLog(jdbc, clock);
    }

    @Bean
    RecordingListener recordingListener() {
        return new RecordingListener();
    }

    @Bean
    KnownFacts knownFacts() {
        return new KnownFacts();
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }
}
