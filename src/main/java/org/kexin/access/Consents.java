package org.kexin.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the persons of one request agreed to. The register is asked when a decision first depends on
 * it, and then for all persons that are expected, so that a page costs one round trip and an answer
 * that needs no consent costs none.
 */
final class Consents {

  /** As many as the register answers for at once. */
  private static final int AT_ONCE = 1_000;

  private final ConsentRegister register;
  private final Set<UUID> expected = new LinkedHashSet<>();
  private final Map<UUID, Set<ConsentedUse>> given = new HashMap<>();

  Consents(ConsentRegister register) {
    this.register = register;
  }

  /** Says who will be asked about. */
  void expect(Collection<UUID> persons) {
    expected.addAll(persons);
  }

  /** The uses to which a person agrees. */
  Set<ConsentedUse> of(UUID person) {
    if (!given.containsKey(person)) {
      expected.add(person);
      ask();
    }
    return given.getOrDefault(person, Set.of());
  }

  private void ask() {
    expected.removeAll(given.keySet());
    List<UUID> unknown = new ArrayList<>(expected);
    for (int from = 0; from < unknown.size(); from += AT_ONCE) {
      List<UUID> asked = unknown.subList(from, Math.min(from + AT_ONCE, unknown.size()));
      Map<UUID, Set<ConsentedUse>> answer = register.given(asked);
      asked.forEach(person -> given.put(person, answer.getOrDefault(person, Set.of())));
    }
    expected.clear();
  }
}
