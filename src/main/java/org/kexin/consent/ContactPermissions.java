package org.kexin.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kexin.access.ConsentedUse;
import org.kexin.shared.Clock;

/** Who may be approached. Reads it each time, so a withdrawal counts from its commit on. */
@ApplicationScoped
public class ContactPermissions {

  private static final int MAX_PERSONS = 1_000;

  private final ConsentDecisions decisions;
  private final Objections objections;
  private final Clock clock;

  ContactPermissions(ConsentDecisions decisions, Objections objections, Clock clock) {
    this.decisions = decisions;
    this.objections = objections;
    this.clock = clock;
  }

  /**
   * Those of these persons who agree to be approached through a channel, and to further uses, in at
   * most two round trips.
   *
   * @param persons at most 1,000
   * @param further uses beside {@link ConsentedUse#MARKETING}: {@link ConsentedUse#PROFILING} where
   *     somebody is picked by what they did; who objects to that does not agree, whatever else they
   *     said
   * @throws IllegalArgumentException if there are more persons
   */
  public Set<UUID> agreeing(
      Collection<UUID> persons, ConsentChannel channel, Set<ConsentedUse> further) {
    if (persons.size() > MAX_PERSONS) {
      throw new IllegalArgumentException("More than 1,000 persons in one question.");
    }
    Instant now = clock.now();
    Map<UUID, List<Choice>> choices =
        decisions.newest(persons).stream()
            .collect(
                Collectors.groupingBy(
                    RecordedDecision::personId,
                    Collectors.mapping(RecordedDecision::choice, Collectors.toList())));
    Set<UUID> agreeing = new HashSet<>();
    choices.forEach(
        (person, own) -> {
          ConsentState state = ConsentState.of(own, now);
          if (state.standing(ConsentedUse.MARKETING, channel) == Standing.GIVEN
              && state.given().containsAll(further)) {
            agreeing.add(person);
          }
        });
    if (further.contains(ConsentedUse.PROFILING)) {
      agreeing.removeAll(objections.objectingToProfiling(agreeing));
    }
    return agreeing;
  }
}
