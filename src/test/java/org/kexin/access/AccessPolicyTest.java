package org.kexin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.access.AttributeClass.CONTACT;
import static org.kexin.access.AttributeClass.IDENTITY;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The whole policy, cell by cell, against a table that was written by hand. */
class AccessPolicyTest {

  private static final Path WRITTEN = Path.of("src", "test", "resources", "access-policy.txt");
  private static final Set<ConsentedUse> NOTHING = Set.of();

  @Test
  void everyCellOfThePolicyIsAsWritten() throws IOException, IllegalAccessException {
    assertThat(policy()).isEqualTo(written());
  }

  @Test
  void consentToSeveralUsesShowsWhatEachAloneShows() throws IllegalAccessException {
    List<Set<ConsentedUse>> subsets = subsets();
    for (String role : roles()) {
      for (Purpose purpose : Purpose.values()) {
        for (AttributeClass attribute : AttributeClass.values()) {
          for (Set<ConsentedUse> given : subsets) {
            Sight most =
                given.stream()
                    .map(use -> decide(role, purpose, attribute, Set.of(use)))
                    .max(Comparator.naturalOrder())
                    .orElse(decide(role, purpose, attribute, NOTHING));

            assertThat(decide(role, purpose, attribute, given))
                .as("%s %s %s %s", role, purpose, attribute, given)
                .isEqualTo(most);
          }
        }
      }
    }
    assertThat(subsets).hasSize(16).doesNotHaveDuplicates();
  }

  /** The read that everybody waits for must not wait for the register. */
  @Test
  void onlyMarketingAndPartnersDependOnConsentForWhatTheySee() throws IllegalAccessException {
    Set<String> asking = new TreeSet<>();
    for (String role : roles()) {
      for (Purpose purpose : Purpose.values()) {
        for (AttributeClass attribute : AttributeClass.values()) {
          if (AccessPolicy.asksForConsent(Set.of(role), purpose, attribute)) {
            asking.add(role + ' ' + purpose.text() + ' ' + attribute);
          }
        }
      }
    }

    assertThat(asking)
        .containsExactly(
            "marketing marketing BEHAVIOUR",
            "marketing marketing CONTACT",
            "marketing marketing PROFILE",
            "partner service CONTACT",
            "partner service IDENTITY");
  }

  @Test
  void ofTwoRolesTheMorePermissiveWins() {
    Set<String> both = Set.of("service-agent", "partner");
    assertThat(AccessPolicy.decide(both, Purpose.SERVICE, IDENTITY, NOTHING))
        .isEqualTo(Sight.CLEAR);
    assertThat(AccessPolicy.decide(both, Purpose.SERVICE, CONTACT, NOTHING))
        .isEqualTo(Sight.MASKED);
    assertThat(AccessPolicy.asksForConsent(both, Purpose.SERVICE, IDENTITY)).isFalse();
    assertThat(AccessPolicy.unmasks(both, Purpose.SERVICE, CONTACT, NOTHING)).isTrue();
  }

  @Test
  void nobodySeesOrUnmasksAnythingWithoutAKnownRole() {
    Set<ConsentedUse> everything = Set.of(ConsentedUse.values());
    for (Purpose purpose : Purpose.values()) {
      for (Set<String> roles : List.of(Set.<String>of(), Set.of("root", "SALES"))) {
        assertThat(AccessPolicy.serves(roles, purpose)).isFalse();
        for (AttributeClass attribute : AttributeClass.values()) {
          assertThat(AccessPolicy.decide(roles, purpose, attribute, everything))
              .isEqualTo(Sight.HIDDEN);
          assertThat(AccessPolicy.unmasks(roles, purpose, attribute, everything)).isFalse();
        }
      }
    }
  }

  @Test
  void anAnalystSeesOfAPersonOnlyBehaviourAndThatMasked() {
    for (AttributeClass attribute : AttributeClass.values()) {
      assertThat(
              AccessPolicy.decide(
                  Set.of("analyst"), Purpose.ANALYSIS, attribute, Set.of(ConsentedUse.values())))
          .isEqualTo(attribute == AttributeClass.BEHAVIOUR ? Sight.MASKED : Sight.HIDDEN);
    }
    assertThat(AccessPolicy.serves(Set.of("analyst"), Purpose.ANALYSIS)).isTrue();
    assertThat(AccessPolicy.serves(Set.of("analyst"), Purpose.SERVICE)).isFalse();
    assertThat(AccessPolicy.serves(Set.of("admin"), Purpose.COMPLIANCE)).isFalse();
  }

  @Test
  void agentsAndSalesAreBoundToTheirDepartmentUnlessTheyWorkAcrossAll()
      throws IllegalAccessException {
    assertThat(roles().stream().filter(role -> AccessPolicy.boundToDepartment(Set.of(role))))
        .containsExactlyInAnyOrder("service-agent", "sales");
    assertThat(AccessPolicy.boundToDepartment(Set.of("sales", "marketing"))).isTrue();
    assertThat(AccessPolicy.boundToDepartment(Set.of("sales", "data-steward"))).isFalse();
    assertThat(AccessPolicy.boundToDepartment(Set.of("service-agent", "privacy-officer")))
        .isFalse();
  }

  @Test
  void aPurposeIsReadOnlyInItsOwnSpelling() {
    assertThat(Purpose.parse("service")).contains(Purpose.SERVICE);
    assertThat(Purpose.parse("Service")).isEmpty();
    assertThat(Purpose.parse("service ")).isEmpty();
    assertThat(Purpose.parse("")).isEmpty();
  }

  /** "role purpose consent class" → what the policy says. */
  private static Map<String, String> policy() throws IllegalAccessException {
    Map<String, String> cells = new TreeMap<>();
    for (String role : roles()) {
      for (Purpose purpose : Purpose.values()) {
        for (Set<ConsentedUse> given : singly()) {
          for (AttributeClass attribute : AttributeClass.values()) {
            Sight sight = decide(role, purpose, attribute, given);
            boolean more =
                sight != Sight.CLEAR
                    && AccessPolicy.unmasks(Set.of(role), purpose, attribute, given);
            cells.put(
                cell(role, purpose.text(), consent(given), attribute),
                sight.name().toLowerCase(Locale.ROOT) + (more ? "+" : ""));
          }
        }
      }
    }
    return cells;
  }

  private static Map<String, String> written() throws IOException {
    Map<String, String> cells = new TreeMap<>();
    for (String line : Files.readAllLines(WRITTEN)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split(" +");
      assertThat(columns).as(line).hasSize(3 + AttributeClass.values().length);
      Iterator<String> sights = Arrays.asList(columns).subList(3, columns.length).iterator();
      for (AttributeClass attribute : AttributeClass.values()) {
        String cell = cell(columns[0], columns[1], columns[2], attribute);
        assertThat(cells.put(cell, sights.next())).as(cell).isNull();
      }
    }
    return cells;
  }

  private static String cell(String role, String purpose, String consent, AttributeClass of) {
    return String.join(" ", role, purpose, consent, of.name());
  }

  /** Nothing agreed to, and each use alone. */
  private static List<Set<ConsentedUse>> singly() {
    List<Set<ConsentedUse>> all = new ArrayList<>(List.of(NOTHING));
    Arrays.stream(ConsentedUse.values()).forEach(use -> all.add(Set.of(use)));
    return all;
  }

  private static List<Set<ConsentedUse>> subsets() {
    List<Set<ConsentedUse>> subsets = new ArrayList<>(List.of(NOTHING));
    for (ConsentedUse use : ConsentedUse.values()) {
      for (Set<ConsentedUse> without : List.copyOf(subsets)) {
        Set<ConsentedUse> with = EnumSet.of(use);
        with.addAll(without);
        subsets.add(with);
      }
    }
    return subsets;
  }

  private static String consent(Set<ConsentedUse> given) {
    return given.isEmpty() ? "none" : given.iterator().next().name();
  }

  private static Sight decide(
      String role, Purpose purpose, AttributeClass attribute, Set<ConsentedUse> given) {
    return AccessPolicy.decide(Set.of(role), purpose, attribute, given);
  }

  private static Set<String> roles() throws IllegalAccessException {
    Set<String> declared = new TreeSet<>();
    for (var constant : Roles.class.getDeclaredFields()) {
      if (Modifier.isPublic(constant.getModifiers())) {
        declared.add(String.valueOf(constant.get(null)));
      }
    }
    return declared;
  }
}
