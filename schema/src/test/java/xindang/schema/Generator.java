package xindang.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Makes the classes {@code xindang.schema.tables…} (数据表类) from the migrations: starts a PostgreSQL of its own, migrates it,
 * reads its catalogue. Not part of an ordinary build: {@code ./xindang schema} runs it and the result is committed.
 */
public final class Generator {

    /** What is no business of the code: Flyway's own table, the months of decisions, what pg_trgm brings. */
    private static final String LEFT_OUT =
            "flyway_schema_history|platform_decision_(rest|[0-9]+)|(gin_|gtrgm|similarity|word_similarity|strict_word|show_|set_limit).*";

    private Generator() {}

    /**
     * Writes the classes into a source folder.
     *
     * @param arguments the source folder
     */
    public static void main(String[] arguments) throws IOException {
        into(Path.of(arguments[0]));
    }

    /** Writes the classes into a source folder; what was there of package {@code xindang.schema} is replaced. */
    static void into(Path sources) throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            migrate(server);
            generate(server.getJdbcUrl("postgres", "xindang"), sources);
        }
    }

    /** Makes roles and database as an installation has them, and migrates as the owner. */
    static void migrate(EmbeddedPostgres server) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(resource("/db/roles.sql"));
            statement.execute("create database xindang owner xd_owner");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Flyway.configure()
                .dataSource(server.getDatabase("xd_owner", "xindang"))
                .load()
                .migrate();
    }

    private static void generate(String url, Path sources) {
        var database = new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withInputSchema("public")
                .withOutputSchemaToDefault(true)
                .withExcludes(LEFT_OUT);
        var generate = new Generate()
                .withGeneratedAnnotation(true)
                .withGeneratedAnnotationDate(false)
                .withRecords(true)
                .withJavaTimeTypes(true)
                .withGlobalObjectReferences(true);
        var target = new Target().withPackageName("xindang.schema").withDirectory(sources.toString());
        var configuration = new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withUrl(url).withUser("postgres"))
                .withGenerator(new org.jooq.meta.jaxb.Generator()
                        .withDatabase(database)
                        .withGenerate(generate)
                        .withTarget(target));
        try {
            GenerationTool.generate(configuration);
        } catch (Exception e) {
            throw new IllegalStateException("the classes could not be generated", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Generator.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new UncheckedIOException(new IOException("resource " + name + " is missing"));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
