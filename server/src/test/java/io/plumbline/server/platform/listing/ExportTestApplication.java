package io.plumbline.server.platform.listing;

import io.plumbline.postgres.testing.TestDatabase;
import io.plumbline.postgres.testing.TestDatabases;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Lists and exports over HTTP with a list of numbers, and nothing that knows of an inventory. */
@EnableAutoConfiguration
@ComponentScan({"io.plumbline.server.platform.listing", "io.plumbline.server.platform.web"})
class ExportTestApplication {

    @Bean(destroyMethod = "close")
    TestDatabase database() {
        return TestDatabases.create();
    }

    @Bean
    DataSource dataSource(TestDatabase database) {
        return new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-05-04T23:59:59Z"), ZoneOffset.UTC);
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll()).build();
    }
}
