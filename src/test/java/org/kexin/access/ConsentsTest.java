package org.kexin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.access.ConsentedUse.MARKETING;
import static org.kexin.access.ConsentedUse.PROFILING;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often the register of consents is asked, and what its answers show. */
class ConsentsTest {

  private final CountingRegister register = new CountingRegister();
  private final List<UUID> page = Stream.generate(UUID::randomUUID).limit(200).toList();

  @Test
  void aPageIsAskedForInOneRoundTrip() {
    Viewing viewing = viewing("marketing", Purpose.MARKETING);
    register.agreed.put(page.get(7), Set.of(MARKETING));
    register.agreed.put(page.get(8), Set.of(PROFILING));

    viewing.expect(page);
    List<String> shown = page.stream().map(person -> shown(viewing, person)).toList();

    assertThat(register.asked).containsExactly(page);
    assertThat(shown.get(6)).isEqualTo("*, null, null");
    assertThat(shown.get(7)).isEqualTo("*, *, null");
    assertThat(shown.get(8)).isEqualTo("*, null, Chef");
    assertThat(shown).filteredOn("*, null, null"::equals).hasSize(198);
  }

  @Test
  void whoseRulesNeedNoConsentNeverWaitsForTheRegister() {
    for (Map.Entry<String, Purpose> caller :
        Map.of(
                "service-agent", Purpose.SERVICE,
                "sales", Purpose.SALES,
                "data-steward", Purpose.QUALITY,
                "privacy-officer", Purpose.COMPLIANCE,
                "customer", Purpose.SELF)
            .entrySet()) {
      Viewing viewing = viewing(caller.getKey(), caller.getValue());
      viewing.expect(page);

      assertThat(shown(viewing, page.getFirst())).as(caller.getKey()).contains("Ann");
    }

    assertThat(register.asked).isEmpty();
  }

  @Test
  void theRegisterIsAskedForAThousandPersonsAtMost() {
    List<UUID> many = Stream.generate(UUID::randomUUID).limit(2_500).toList();
    Viewing viewing = viewing("partner", Purpose.SERVICE);
    viewing.expect(many);

    assertThat(viewing.showsAnythingOf(many.getLast())).isFalse();

    assertThat(register.asked.stream().map(Collection::size)).containsExactly(1_000, 1_000, 500);
  }

  @Test
  void whomTheRegisterDoesNotNameAgreedToNothing() {
    register.forgetful = true;
    Viewing viewing = viewing("partner", Purpose.SERVICE);

    assertThat(viewing.showsAnythingOf(page.getFirst())).isFalse();
    assertThat(viewing.showsAnythingOf(page.getFirst())).isFalse();

    assertThat(register.asked).hasSize(1);
  }

  @Test
  void withoutARegisterNobodyConsented() {
    assertThat(new NobodyConsented().given(page.subList(0, 2)))
        .isEqualTo(Map.of(page.get(0), Set.of(), page.get(1), Set.of()));
  }

  private static String shown(Viewing viewing, UUID person) {
    Look look = viewing.at(person, Set.of());
    return String.join(
        ", ",
        look.show("name", AttributeClass.IDENTITY, "Ann", name -> "*"),
        look.show("phones", AttributeClass.CONTACT, "110", phone -> "*"),
        look.show("occupation", AttributeClass.PROFILE, "Chef", occupation -> "*"));
  }

  private Viewing viewing(String role, Purpose purpose) {
    var identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("test"))
            .addRole(role)
            .build();
    Viewing viewing = new Viewing(identity, new RolesOnly(), register);
    viewing.state(purpose);
    return viewing;
  }

  private static final class RolesOnly extends Callers {
    @Override
    Caller of(SecurityIdentity identity) {
      return new Caller("test", "test", null, new TreeSet<>(identity.getRoles()), null);
    }
  }

  private static final class CountingRegister implements ConsentRegister {

    private final Map<UUID, Set<ConsentedUse>> agreed = new HashMap<>();
    private final List<List<UUID>> asked = new ArrayList<>();
    private boolean forgetful;

    @Override
    public Map<UUID, Set<ConsentedUse>> given(Collection<UUID> persons) {
      asked.add(List.copyOf(persons));
      Map<UUID, Set<ConsentedUse>> answer = new HashMap<>();
      if (!forgetful) {
        persons.forEach(person -> answer.put(person, agreed.getOrDefault(person, Set.of())));
      }
      return answer;
    }
  }
}
