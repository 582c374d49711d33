package org.kexin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kexin.architecture.algorithm.Figure;

/**
 * Holds every record and file that a native executable would miss against what is registered for
 * it.
 */
class NativeRegistrationTest {
  private static final Path CLASSES = Path.of("target", "classes");

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.kexin");
  private final JavaClass registrations = ours.get("org.kexin.NativeRegistrations");
  private final Set<String> registered =
      Set.of(registrations.getAnnotationOfType(RegisterForReflection.class).classNames());

  @Test
  void everyTypeOfOursThatReflectionMayReachIsRegistered() {
    List<String> lines =
        new NativeRegistrationRule(ours)
            .missing(registered).stream().map(name -> "\"" + name + "\",").toList();

    assertThat(lines).as("add to NativeRegistrations:\n%s", String.join("\n", lines)).isEmpty();
  }

  @Test
  void everyTypeRegisteredExists() {
    assertThat(new NativeRegistrationRule(ours).stale(registered))
        .as("remove from NativeRegistrations")
        .isEmpty();
  }

  @Test
  void everyFileOfOursOnTheClassPathIsIncluded() throws IOException {
    var globs = List.of(registrations.getAnnotationOfType(RegisterResources.class).globs());
    try (Stream<Path> files = Files.walk(CLASSES)) {
      List<Path> ownFiles = files.filter(Files::isRegularFile).map(CLASSES::relativize).toList();

      assertThat(ownFiles).contains(Path.of("org", "kexin", "NativeRegistrations.class"));
      assertThat(NativeRegistrationRule.missingFiles(ownFiles, globs))
          .as("add to @RegisterResources of NativeRegistrations")
          .isEmpty();
    }
  }

  @Test
  void aRecordThatIsNotRegisteredIsFound() {
    assertThat(missing(Set.of(), Plain.class)).containsExactly(Plain.class.getName());
    assertThat(missing(Set.of(Plain.class.getName()), Plain.class)).isEmpty();
  }

  @Test
  void aTypeWithJacksonAnnotationsIsFoundThoughItIsNoRecord() {
    assertThat(missing(Set.of(), Coded.class)).containsExactly(Coded.class.getName());
  }

  @Test
  void aTypeThatIsNeitherIsNotFound() {
    assertThat(missing(Set.of(), NativeRegistrationTest.class)).isEmpty();
  }

  @Test
  void anAlgorithmsRecordIsFoundOnlyWhereARecordOfAFeatureHoldsIt() {
    Set<String> answer = Set.of(Answer.class.getName());

    assertThat(missing(answer, Figure.class)).isEmpty();
    assertThat(missing(answer, Figure.class, Answer.class)).containsExactly(Figure.class.getName());
  }

  @Test
  void aRegisteredTypeThatNoLongerExistsIsFound() {
    assertThat(
            new NativeRegistrationRule(ours)
                .stale(Set.of("org.kexin.Gone", registrations.getName())))
        .containsExactly("org.kexin.Gone");
  }

  @Test
  void aFileThatNoPatternCoversIsFound() {
    Path forgotten = Path.of("lists", "occupations.csv");
    Path covered = Path.of("lists", "countries.json");

    assertThat(
            NativeRegistrationRule.missingFiles(
                List.of(forgotten, covered, Path.of("application.properties")),
                List.of("lists/*.json")))
        .containsExactly(forgotten);
  }

  private static List<String> missing(Set<String> registered, Class<?>... types) {
    return new NativeRegistrationRule(new ClassFileImporter().importClasses(types))
        .missing(registered);
  }

  record Plain(String name) {}

  record Answer(List<Figure> figures) {}

  enum Coded {
    FIRST;

    @JsonValue
    String code() {
      return "1";
    }
  }
}
