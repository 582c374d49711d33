package org.kexin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * No extension is unused. Other dependencies are looked at by the dependency plugin; extensions
 * escape it, since they generate code and are seldom named by a class.
 */
class ExtensionsTest {

  /** A package that our classes use, or a text that one of our files must hold. */
  private sealed interface Evidence {}

  private record Uses(String packagePrefix) implements Evidence {}

  private record Says(String file, String text) implements Evidence {}

  private static final String PROPERTIES = "src/main/resources/application.properties";

  private static final Map<String, Evidence> USED =
      Map.ofEntries(
          Map.entry("quarkus-rest-jackson", new Uses("org.jboss.resteasy.reactive")),
          Map.entry("quarkus-hibernate-validator", new Uses("jakarta.validation")),
          Map.entry("quarkus-hibernate-orm-panache", new Uses("io.quarkus.hibernate.orm.panache")),
          Map.entry("quarkus-jdbc-mysql", new Says(PROPERTIES, "quarkus.datasource.db-kind=mysql")),
          Map.entry("quarkus-flyway", new Uses("org.flywaydb.core")),
          Map.entry("quarkus-oidc", new Says(PROPERTIES, "quarkus.oidc.auth-server-url=")),
          Map.entry("quarkus-scheduler", new Uses("io.quarkus.scheduler")),
          Map.entry("quarkus-caffeine", new Uses("com.github.benmanes.caffeine")),
          Map.entry("quarkus-smallrye-openapi", new Uses("org.eclipse.microprofile.openapi")),
          Map.entry("quarkus-swagger-ui", new Says(PROPERTIES, "quarkus.swagger-ui.enabled=")),
          Map.entry("quarkus-smallrye-health", new Says("k8s/base/deployment.yaml", "/q/health/")),
          Map.entry(
              "quarkus-micrometer-registry-prometheus",
              new Says(PROPERTIES, "quarkus.micrometer.binder.")),
          Map.entry("quarkus-logging-json", new Says(PROPERTIES, "quarkus.log.console.json.")),
          Map.entry("quarkus-junit5", new Uses("io.quarkus.test.junit")));

  private static final Pattern EXTENSION =
      Pattern.compile(
          "<dependency>\\s*<groupId>io\\.quarkus</groupId>\\s*<artifactId>([^<]+)</artifactId>");

  @Test
  void everyExtensionInThePomIsUsed() throws IOException {
    Set<String> declared = declared(Files.readString(Path.of("pom.xml")));
    JavaClasses ours = new ClassFileImporter().importPackages("org.kexin");

    assertThat(declared).contains("quarkus-oidc").isEqualTo(new TreeSet<>(USED.keySet()));
    for (Map.Entry<String, Evidence> extension : USED.entrySet()) {
      assertThat(isUsed(extension.getValue(), ours)).as(extension.getKey()).isTrue();
    }
  }

  @Test
  void whatNothingUsesIsNoticed() throws IOException {
    JavaClasses one = new ClassFileImporter().importClasses(ExtensionsTest.class);

    assertThat(isUsed(new Uses("io.quarkus.scheduler"), one)).isFalse();
    assertThat(isUsed(new Says(PROPERTIES, "quarkus.redis."), one)).isFalse();
    assertThat(declared("<dependency> <groupId>io.quarkus</groupId><artifactId>x</artifactId>"))
        .containsExactly("x");
  }

  private static Set<String> declared(String pom) {
    return EXTENSION
        .matcher(pom)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isUsed(Evidence evidence, JavaClasses ours) throws IOException {
    return switch (evidence) {
      case Says says -> Files.readString(Path.of(says.file())).contains(says.text());
      case Uses uses ->
          ours.stream()
              .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
              .anyMatch(
                  use -> use.getTargetClass().getPackageName().startsWith(uses.packagePrefix()));
    };
  }
}
