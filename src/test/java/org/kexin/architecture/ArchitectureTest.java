package org.kexin.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds our classes against the house rules, and each rule against code that breaks it. */
class ArchitectureTest {

  private static final Map<String, ArchRule> RULES = HouseRules.all();
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.kexin");

  @TempDir private Path directory = Path.of("");

  static Set<String> rules() {
    return RULES.keySet();
  }

  static List<Violations.Broken> violations() {
    return Violations.ALL;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void ourCodeKeepsTheRule(String rule) {
    assertThat(OURS.contain("org.kexin.Main")).isTrue();
    rule(rule).check(OURS);
  }

  @ParameterizedTest
  @MethodSource("violations")
  void codeThatBreaksTheRuleIsReported(Violations.Broken broken) {
    JavaClasses violating = CompiledSources.of(directory, broken.sources());

    assertThatThrownBy(() -> rule(broken.rule()).check(violating))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(broken.reported());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleFailsWhenItFindsNothingToCheck(String rule) {
    JavaClasses nothing = new ClassFileImporter().importClasses(List.of());

    assertThatThrownBy(() -> rule(rule).check(nothing)).isInstanceOf(AssertionError.class);
  }

  @Test
  void everyRuleIsBrokenAtLeastOnce() {
    Set<String> broken =
        Violations.ALL.stream().map(Violations.Broken::rule).collect(Collectors.toSet());

    assertThat(broken).isEqualTo(RULES.keySet());
  }

  @Test
  void whatTheRulesAllowIsNotReported() {
    JavaClasses allowed = CompiledSources.of(directory, Violations.ALLOWED);

    Stream.of(
            "arrows only downwards",
            "entities never leave their feature",
            "time, ids and randomness come from shared")
        .forEach(
            rule -> assertThatCode(() -> rule(rule).check(allowed)).doesNotThrowAnyException());
  }

  private static ArchRule rule(String name) {
    return Objects.requireNonNull(RULES.get(name), name);
  }
}
