package org.kexin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole policy, cell by cell, against a table that was written by hand. */
class AccessPolicyTest {

  /**
   * C clear, M masked, - hidden, in the order of {@link AttributeClass}: identity, contact,
   * financial, profile, behaviour, sensitive. Every role and purpose that is not here hides all.
   */
  private static final Map<String, String> EXPECTED =
      Map.of(
          "service-agent service", "CMMMCM",
          "sales sales", "CMMCC-",
          "marketing marketing", "MM-CC-",
          // May state the purpose, and yet sees nothing of a person: aggregates only.
          "analyst analysis", "------",
          "data-steward quality", "CMMCCM",
          "privacy-officer compliance", "CMMCCM",
          "partner service", "MM----",
          "customer self", "CCMCCM");

  private static final List<String> ROLES =
      List.of(
          "service-agent",
          "sales",
          "marketing",
          "analyst",
          "data-steward",
          "privacy-officer",
          "admin",
          "partner",
          "customer");

  @Test
  void everyCellOfTheTableIsAsWritten() {
    Map<String, String> found = new LinkedHashMap<>();
    for (String role : ROLES) {
      for (Purpose purpose : Purpose.values()) {
        String sights = sights(Set.of(role), purpose);
        if (AccessPolicy.serves(Set.of(role), purpose)) {
          found.put(role + ' ' + purpose.text(), sights);
        } else {
          assertThat(sights).as("%s for %s", role, purpose).isEqualTo("------");
        }
      }
    }

    assertThat(found).isEqualTo(EXPECTED);
  }

  @Test
  void theTableOfThisTestKnowsEveryRole() throws IllegalAccessException {
    Set<String> declared = new TreeSet<>();
    for (var constant : Roles.class.getDeclaredFields()) {
      if (Modifier.isPublic(constant.getModifiers())) {
        declared.add(String.valueOf(constant.get(null)));
      }
    }

    assertThat(declared).containsExactlyInAnyOrderElementsOf(ROLES);
  }

  @Test
  void ofTwoRolesTheMorePermissiveWins() {
    assertThat(sights(Set.of("service-agent", "partner"), Purpose.SERVICE)).isEqualTo("CMMMCM");
    assertThat(sights(Set.of("sales", "marketing"), Purpose.SALES)).isEqualTo("CMMCC-");
  }

  @Test
  void nobodySeesAnythingWithoutAKnownRole() {
    for (Purpose purpose : Purpose.values()) {
      assertThat(sights(Set.of(), purpose)).isEqualTo("------");
      assertThat(sights(Set.of("root", "SALES"), purpose)).isEqualTo("------");
    }
  }

  @Test
  void aPurposeIsReadOnlyInItsOwnSpelling() {
    assertThat(Purpose.parse("service")).contains(Purpose.SERVICE);
    assertThat(Purpose.parse("Service")).isEmpty();
    assertThat(Purpose.parse("service ")).isEmpty();
    assertThat(Purpose.parse("")).isEmpty();
  }

  private static String sights(Set<String> roles, Purpose purpose) {
    return Arrays.stream(AttributeClass.values())
        .map(attribute -> AccessPolicy.decide(roles, purpose, attribute))
        .map(
            sight ->
                switch (sight) {
                  case CLEAR -> "C";
                  case MASKED -> "M";
                  case HIDDEN -> "-";
                })
        .collect(Collectors.joining());
  }
}
