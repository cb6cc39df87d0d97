package io.footnote.storage;

import com.zaxxer.hikari.HikariConfig;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a PostgreSQL database is and who signs in. Immutable.
 *
 * @param url the JDBC address; may hold a password
 * @param display host, port and name: what may be shown
 */
record PostgresAddress(
        String url,
        String display,
        @Nullable String user,
        @Nullable String password) {

    private static final String URL_PREFIX = "jdbc:postgresql:";
    private static final int CONNECTIONS = 8;
    private static final int CONNECT_SECONDS = 10;
    private static final int ANSWER_SECONDS = 60;

    /** The driver writes to standard error by itself, addresses and all; it throws what matters as well. */
    private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

    static {
        DRIVER_LOG.setLevel(Level.OFF);
    }

    /** @throws StorageException when the address is none of PostgreSQL's */
    static PostgresAddress parse(String url, @Nullable String user, @Nullable String password) {
        Properties parts = url.startsWith(URL_PREFIX) ? Driver.parseURL(url, new Properties()) : null;
        if (parts == null) {
            throw new StorageException(
                    "The database address cannot be used: write jdbc:postgresql://HOST:PORT/NAME or jdbc:sqlite:FILE.",
                    false,
                    null);
        }
        String display = parts.getProperty("PGHOST", "localhost") + ":" + parts.getProperty("PGPORT", "5432") + "/"
                + parts.getProperty("PGDBNAME", "");
        return new PostgresAddress(url, display.substring(display.lastIndexOf('@') + 1), user, password);
    }

    /** Connections without a pool. */
    DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        source.setApplicationName("footnote");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        return source;
    }

    HikariConfig poolConfig() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return config;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return display;
    }
}
