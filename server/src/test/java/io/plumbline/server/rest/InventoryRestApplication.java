package io.plumbline.server.rest;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.postgres.testing.TestDatabase;
import io.plumbline.server.inventory.CounterCheck;
import io.plumbline.server.inventory.Inventory;
import io.plumbline.server.platform.database.MigratedDatabase;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.sync.MovableClock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The inventory, all that queries it, no pages and nothing that runs by itself. No {@code @Configuration}: the whole server, when a test
 * starts it, would find it and take these beans for its own.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "io.plumbline.server.platform.listing",
            "io.plumbline.server.platform.search",
            "io.plumbline.server.platform.web",
            "io.plumbline.server.inventory",
            "io.plumbline.server.asset",
            "io.plumbline.server.weakness",
            "io.plumbline.server.finding",
            "io.plumbline.server.dashboard"
        },
        excludeFilters = @Filter(PageController.class))
@ComponentScan(
        basePackages = "io.plumbline.server.connector",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(Connectors|ConnectorStore|ConnectorJson|GatheredFacts|LiveConnectors)"))
class InventoryRestApplication {

    @Bean(destroyMethod = "close")
    TestDatabase database() {
        return MigratedDatabase.create();
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(TestDatabase database) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(database.jdbcUrl());
        source.setUsername(database.user());
        source.setPassword(database.password());
        source.setMaximumPoolSize(4);
        return source;
    }

    @Bean
    MovableClock clock() {
        return new MovableClock("2026-03-10T12:00:00Z");
    }

    @Bean
    ScriptedSyncs scriptedSyncs(JdbcClient jdbc, Inventory inventory, CounterCheck counters, MovableClock clock) {
        return new ScriptedSyncs(jdbc, inventory, counters, clock);
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }
}
