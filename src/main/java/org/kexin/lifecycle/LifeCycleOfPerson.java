package org.kexin.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.TimePosition;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;
import org.kexin.shared.person.TimeLineEntry;
import org.kexin.shared.person.TimeLineSource;

/** Where a person stands and stood: for the person, for erasure, and for the time line. */
@ApplicationScoped
class LifeCycleOfPerson implements PersonalDataHolder, TimeLineSource {

  static final String KIND = "LIFE_CYCLE";

  private static final int AT_ONCE = 500;

  private final LifeCycles lifeCycles;
  private final LifeCycleRows rows;
  private final EntityManager entities;

  LifeCycleOfPerson(LifeCycles lifeCycles, LifeCycleRows rows, EntityManager entities) {
    this.lifeCycles = lifeCycles;
    this.rows = rows;
    this.entities = entities;
  }

  /** Where a person stands, in clear. */
  record Stands(
      LifeCycleStage stage,
      LifeCycleReason reason,
      Instant since,
      int referrals,
      @Nullable Instant interestedAt) {}

  @Override
  public Set<String> tables() {
    return Set.of("life_cycle", "life_cycle_change", "life_cycle_mark");
  }

  @Override
  public void export(UUID person, PersonFile file) {
    lifeCycles
        .of(person)
        .ifPresent(
            it ->
                file.add(
                    "lifeCycle",
                    new Stands(
                        it.stage(), it.reason(), it.since(), it.referrals(), it.interestedAt())));
    List<LifeCycleChange> some = lifeCycles.changes(person, null, AT_ONCE);
    while (!some.isEmpty()) {
      some.forEach(change -> file.add("lifeCycleChanges", change.view()));
      // Otherwise the session would hold them all to its end.
      entities.clear();
      some = lifeCycles.changes(person, some.getLast().position(), AT_ONCE);
    }
  }

  @Override
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    Map<String, Integer> gone = rows.forget(person);
    List<FieldOutcome> outcomes = new ArrayList<>();
    outcomes.addAll(
        FieldOutcome.erased(
            "life_cycle",
            gone.getOrDefault("life_cycle", 0),
            "customer_id",
            "stage",
            "reason",
            "since",
            "referrals",
            "interested_at",
            "due_at"));
    outcomes.addAll(
        FieldOutcome.erased(
            "life_cycle_change",
            gone.getOrDefault("life_cycle_change", 0),
            "customer_id",
            "changed_at",
            "from_stage",
            "to_stage",
            "reason"));
    outcomes.addAll(
        FieldOutcome.erased(
            "life_cycle_mark",
            gone.getOrDefault("life_cycle_mark", 0),
            "customer_id",
            "kind",
            "marked_at"));
    return outcomes;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public List<TimeLineEntry> newest(
      UUID person, Set<String> kinds, @Nullable TimePosition behind, int limit) {
    return lifeCycles.changes(person, behind, limit).stream()
        .map(LifeCycleChange::onTimeLine)
        .toList();
  }
}
