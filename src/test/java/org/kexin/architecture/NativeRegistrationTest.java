package org.kexin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kexin.architecture.algorithm.Figure;

/**
 * Holds every record and file that a native executable would miss against what is registered for
 * it.
 */
class NativeRegistrationTest {
  private static final Path CLASSES = Path.of("target", "classes");

  @Test
  void everyTypeOfOursThatReflectionMayReachIsRegistered() {
    JavaClasses ours = oursWithoutTests();

    assertThat(ours.contain("org.kexin.NativeRegistrations")).isTrue();
    assertThat(new NativeRegistrationRule(ours).unregistered())
        .as(
            "add @RegisterForReflection to these types (algorithm: list them in NativeRegistrations)")
        .isEmpty();
  }

  @Test
  void everyFileOfOursOnTheClassPathIsIncluded() throws IOException {
    JavaClasses ours = oursWithoutTests();
    try (Stream<Path> files = Files.walk(CLASSES)) {
      List<Path> resources = files.filter(Files::isRegularFile).map(CLASSES::relativize).toList();

      assertThat(resources).contains(Path.of("org", "kexin", "NativeRegistrations.class"));
      assertThat(new NativeRegistrationRule(ours).missingFiles(resources))
          .as("add these files to @RegisterResources in NativeRegistrations")
          .isEmpty();
    }
  }

  @Test
  void aRecordWithoutRegistrationIsReported() {
    assertThat(unregisteredAmong(Forgotten.class)).containsExactly(Forgotten.class.getName());
  }

  @Test
  void aRegisteredRecordIsNotReported() {
    assertThat(unregisteredAmong(Registered.class)).isEmpty();
  }

  @Test
  void aRecordInsideARegisteredTypeIsNotReported() {
    assertThat(unregisteredAmong(Outer.class, Outer.Inner.class)).isEmpty();
  }

  @Test
  void aRecordInsideATypeThatRegistersWithoutItsNestedTypesIsReported() {
    assertThat(unregisteredAmong(Alone.class, Alone.Inner.class))
        .containsExactly(Alone.Inner.class.getName());
  }

  @Test
  void aRecordInsideATypeThatOnlyRegistersOthersIsReported() {
    assertThat(unregisteredAmong(Lister.class, Lister.Inner.class))
        .containsExactly(Lister.Inner.class.getName());
  }

  @Test
  void aTypeWithJacksonAnnotationsIsReportedThoughItIsNoRecord() {
    assertThat(unregisteredAmong(Coded.class)).containsExactly(Coded.class.getName());
  }

  @Test
  void anAlgorithmsRecordIsReportedOnlyWhereARecordOfOursHoldsIt() {
    assertThat(unregisteredAmong(Figure.class)).isEmpty();
    assertThat(unregisteredAmong(Figure.class, Answer.class))
        .containsExactly(Figure.class.getName());
  }

  @Test
  void anAlgorithmsRecordThatIsListedIsNotReported() {
    assertThat(unregisteredAmong(Figure.class, Answer.class, Listing.class)).isEmpty();
  }

  @Test
  void aFileThatNoPatternCoversIsReported() {
    var rule = new NativeRegistrationRule(oursWithoutTests());

    assertThat(
            rule.missingFiles(
                List.of(
                    Path.of("lists", "occupations.csv"),
                    Path.of("application.properties"),
                    Path.of("db", "migration", "V1__customer.sql"),
                    Path.of("com", "google", "i18n", "phonenumbers", "data", "Some_86"))))
        .containsExactly(Path.of("lists", "occupations.csv"));
  }

  private static JavaClasses oursWithoutTests() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("org.kexin");
  }

  private static List<String> unregisteredAmong(Class<?>... types) {
    JavaClasses imported = new ClassFileImporter().importClasses(types);
    return new NativeRegistrationRule(imported)
        .unregistered().stream().map(JavaClass::getName).toList();
  }

  record Forgotten(String name) {}

  @RegisterForReflection
  record Registered(String name) {}

  @RegisterForReflection
  static final class Outer {
    record Inner(String name) {}
  }

  @RegisterForReflection(ignoreNested = true)
  static final class Alone {
    record Inner(String name) {}
  }

  @RegisterForReflection(targets = Registered.class)
  static final class Lister {
    record Inner(String name) {}
  }

  enum Coded {
    FIRST;

    @JsonValue
    String code() {
      return "1";
    }
  }

  @RegisterForReflection
  record Answer(List<Figure> figures) {}

  @RegisterForReflection(targets = Figure.class)
  static final class Listing {}
}
