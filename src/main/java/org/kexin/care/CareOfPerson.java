package org.kexin.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.consent.ConsentChannel;
import org.kexin.shared.TimePosition;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;
import org.kexin.shared.person.TimeLineEntry;
import org.kexin.shared.person.TimeLineSource;

/** The tasks for a person: for the person, for erasure, and for the time line. */
@ApplicationScoped
class CareOfPerson implements PersonalDataHolder, TimeLineSource {

  private static final String KIND = "CARE";
  private static final int AT_ONCE = 500;

  private final CareTasks tasks;
  private final EntityManager entities;

  CareOfPerson(CareTasks tasks, EntityManager entities) {
    this.tasks = tasks;
    this.entities = entities;
  }

  /** A task, in clear. */
  record Cared(
      UUID id,
      UUID ruleId,
      String occasion,
      CareKind kind,
      ConsentChannel channel,
      LocalDate dueOn,
      CareTaskState state,
      @Nullable CareOutcome outcome,
      @Nullable String note,
      Instant createdAt,
      @Nullable Instant endedAt) {

    static Cared of(CareTask task) {
      return new Cared(
          task.id(),
          task.ruleId(),
          task.occasion(),
          task.kind(),
          task.channel(),
          task.dueOn(),
          task.state(),
          task.outcome(),
          task.note(),
          task.createdAt(),
          task.endedAt());
    }
  }

  @Override
  public Set<String> tables() {
    return Set.of("care_task");
  }

  @Override
  public void export(UUID person, PersonFile file) {
    List<CareTask> some = tasks.newest(person, null, AT_ONCE);
    while (!some.isEmpty()) {
      some.forEach(task -> file.add("care", Cared.of(task)));
      // Otherwise the session would hold them all to its end.
      entities.clear();
      CareTask last = some.getLast();
      some = tasks.newest(person, new TimePosition(last.createdAt(), last.id()), AT_ONCE);
    }
  }

  @Override
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    return FieldOutcome.erased(
        "care_task",
        tasks.deleteOf(person),
        "rule_id",
        "customer_id",
        "occasion",
        "kind",
        "channel",
        "due_on",
        "state",
        "outcome",
        "note",
        "created_at",
        "ended_at");
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public List<TimeLineEntry> newest(
      UUID person, Set<String> kinds, @Nullable TimePosition behind, int limit) {
    return tasks.newest(person, behind, limit).stream()
        .map(
            task ->
                new TimeLineEntry(
                    KIND, task.createdAt(), task.id(), task.id(), task.state().name()))
        .toList();
  }
}
