package org.kexin.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The real MySQL and the real Keycloak that the tests run against, started by {@code ./kexin parts
 * start} so that tests and newcomers run the same thing.
 *
 * <p>They are started on first use, once per JVM, with fresh data under {@code target/parts}, and
 * stopped when the JVM ends, even when it is killed. Quarkus restarts test resources for every test
 * profile and may load this class anew for it; hence a system property, not a static field, says
 * what runs.
 */
public final class LocalParts implements QuarkusTestResourceLifecycleManager {

  private static final String DIRECTORY_PROPERTY = "kexin.testing.parts";

  /** Starts the parts unless they run, and gives the configuration that the service needs. */
  @Override
  public Map<String, String> start() {
    Map<String, String> configuration = new TreeMap<>();
    Properties properties = properties();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith("kexin.")) {
        configuration.put(name, property(properties, name));
      }
    }
    configuration.put("kexin.migrate-at-start", "true");
    return configuration;
  }

  /** Does nothing: the next test profile uses the same parts, and the end of the JVM stops them. */
  @Override
  public void stop() {}

  /** The directory with the logs and process ids of the parts. */
  public static synchronized Path directory() {
    String known = System.getProperty(DIRECTORY_PROPERTY);
    if (known != null) {
      return Path.of(known);
    }
    Path directory = Path.of("target", "parts", Long.toString(ProcessHandle.current().pid()));
    // Made before the start, so that a start that fails half-way is stopped too.
    ProcessBuilder discard = kexin("parts", "discard", directory.toString());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> run(discard)));
    run(kexin("parts", "start", directory.toString(), directory.getFileName().toString()));
    System.setProperty(DIRECTORY_PROPERTY, directory.toAbsolutePath().toString());
    return directory.toAbsolutePath();
  }

  /**
   * A connection that may do everything, outside any schema.
   *
   * @throws SQLException when MySQL does not answer
   * @throws IllegalStateException when the tests run on a database named by {@code KEXIN_DB_URL},
   *     whose root password is not ours to know
   */
  public static Connection rootConnection() throws SQLException {
    Root root = root();
    return DriverManager.getConnection(root.url(), root.user(), root.password());
  }

  /** Who may do everything, and where; the URL names no schema. */
  public static Root root() {
    Properties properties = properties();
    return new Root(
        property(properties, "mysql.root.url"),
        property(properties, "mysql.root.user"),
        property(properties, "mysql.root.password"));
  }

  /** See {@link #root}. */
  public record Root(String url, String user, String password) {}

  /** The database user of the service, whom migrations give its rights. */
  public static String serviceUser() {
    return property(properties(), "kexin.db.user");
  }

  /** The issuer of the sample realm, ending in {@code /realms/kexin}. */
  public static URI realmUrl() {
    return URI.create(property(properties(), "kexin.oidc.url"));
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(directory().resolve("parts.properties"))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static String property(Properties properties, String name) {
    String value = properties.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not among the properties of the local parts");
    }
    return value;
  }

  private static ProcessBuilder kexin(String... arguments) {
    ProcessBuilder builder = new ProcessBuilder("./kexin");
    builder.command().addAll(List.of(arguments));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.redirectErrorStream(true);
  }

  private static void run(ProcessBuilder builder) {
    try {
      Process process = builder.start();
      try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
        // Not inherited: Surefire talks to its forked JVM over standard output.
        lines.lines().forEach(System.err::println);
      }
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IllegalStateException(
            builder.command() + " ended with " + exit + "; its output says why");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + builder.command(), e);
    }
  }
}
