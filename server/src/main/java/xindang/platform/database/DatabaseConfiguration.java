package xindang.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Connections (数据库连接池): one pool of role xd_app for requests, one of role xd_engine for jobs, each with its transactions
 * and jOOQ. What asks for no name gets that of requests.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Name of everything that belongs to jobs. */
    static final String ENGINE = "engine";

    private static final int APP_CONNECTIONS = 20;
    private static final int ENGINE_CONNECTIONS = 6;
    private static final long WAIT_MILLIS = 15_000;
    /** So long a request waits for rows that a job is writing. */
    private static final String LOCK_WAIT = "20s";

    @Bean
    @Primary
    HikariDataSource appDataSource(Installation installation, NodesInReach reach, WhoReads reader) {
        return new RequestPool(
                pool(installation.app(), "requests", APP_CONNECTIONS, "set lock_timeout = '" + LOCK_WAIT + "'"),
                reach,
                reader);
    }

    @Bean(ENGINE)
    HikariDataSource engineDataSource(Installation installation) {
        return new EnginePool(pool(installation.engine(), "jobs", ENGINE_CONNECTIONS, ""));
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource appDataSource) {
        return new JdbcTransactionManager(appDataSource);
    }

    /** Transactions of jobs: {@code @Transactional("engineTransactions")}. */
    @Bean
    PlatformTransactionManager engineTransactions(@Qualifier(ENGINE) DataSource engine) {
        return new JdbcTransactionManager(engine);
    }

    @Bean
    @Primary
    DSLContext db(DataSource appDataSource) {
        return jooq(appDataSource);
    }

    /** SQL of jobs: {@code @Qualifier("engineDb") DSLContext}. */
    @Bean
    DSLContext engineDb(@Qualifier(ENGINE) DataSource engine) {
        return jooq(engine);
    }

    private static HikariConfig pool(DatabaseLogin login, String name, int connections, String settings) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.addDataSourceProperty("ApplicationName", "xindang " + name);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        String role = login.role() == null ? "" : "set role " + login.role() + "; ";
        if (!(role + settings).isEmpty()) {
            config.setConnectionInitSql(role + settings);
        }
        return config;
    }

    private static DSLContext jooq(DataSource source) {
        var configuration = new DefaultConfiguration();
        configuration.set(SQLDialect.POSTGRES);
        configuration.set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(source)));
        return DSL.using(configuration);
    }
}
