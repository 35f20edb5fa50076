package io.plumbline.server.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.server.platform.lifecycle.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring destroys what depends before what it depends on: so users of the pool end first, the embedded server last. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    DatabaseHost databaseHost(Settings settings) {
        return DatabaseHost.of(settings);
    }

    /** Migrated before anyone gets it; no bean has to ask to come after the migrations. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseHost host) {
        HikariDataSource pool = ConnectionPool.open(host.address());
        try {
            Migrations.run(pool);
            return pool;
        } catch (RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }
}
