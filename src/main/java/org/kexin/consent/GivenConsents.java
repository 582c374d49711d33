package org.kexin.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kexin.access.ConsentRegister;
import org.kexin.access.ConsentedUse;
import org.kexin.shared.Clock;

/**
 * Answers what persons agree to. Reads it each time: remembered, a withdrawal would take effect
 * late, and in each pod at another moment.
 */
@ApplicationScoped
class GivenConsents implements ConsentRegister {

  private static final int MAX_PERSONS = 1_000;

  private final ConsentDecisions decisions;
  private final Objections objections;
  private final Clock clock;

  GivenConsents(ConsentDecisions decisions, Objections objections, Clock clock) {
    this.decisions = decisions;
    this.objections = objections;
    this.clock = clock;
  }

  @Override
  public Map<UUID, Set<ConsentedUse>> given(Collection<UUID> persons) {
    if (persons.size() > MAX_PERSONS) {
      throw new IllegalArgumentException("More than 1,000 persons in one question.");
    }
    Map<UUID, List<Choice>> choices =
        decisions.newest(persons).stream()
            .collect(
                Collectors.groupingBy(
                    RecordedDecision::personId,
                    Collectors.mapping(RecordedDecision::choice, Collectors.toList())));
    Instant now = clock.now();
    Set<UUID> objecting = objections.objectingToProfiling(persons);
    Map<UUID, Set<ConsentedUse>> given = new HashMap<>();
    for (UUID person : persons) {
      List<Choice> own = choices.getOrDefault(person, List.of());
      Set<ConsentedUse> uses = EnumSet.noneOf(ConsentedUse.class);
      uses.addAll(ConsentState.of(own, now).given());
      if (objecting.contains(person)) {
        uses.remove(ConsentedUse.PROFILING);
      }
      given.put(person, uses);
    }
    return given;
  }
}
