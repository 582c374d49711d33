package org.kexin.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.kexin.audit.AccessRecord;
import org.kexin.audit.ChangeOutbox;
import org.kexin.audit.Outcome;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;
import org.kexin.shared.http.RequestContext;

/**
 * Records who changed which attribute of whom, never the value. Every service that changes personal
 * data calls this in the transaction of the change.
 */
@ApplicationScoped
public class Changes {

  /** Persons of one record at most: it is read back whole, whomever of them it is read for. */
  static final int MAX_PERSONS = 500;

  /** It is written before the answer is, in the transaction that the answer waits for. */
  private static final int STATUS = 200;

  private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();

  private final ChangeOutbox outbox;
  private final Viewing viewing;
  private final RequestContext context;
  private final Ids ids;
  private final Clock clock;

  Changes(ChangeOutbox outbox, Viewing viewing, RequestContext context, Ids ids, Clock clock) {
    this.outbox = outbox;
    this.viewing = viewing;
    this.context = context;
    this.ids = ids;
    this.clock = clock;
  }

  /** Who makes the present changes: the caller of the request, or whom the work is done for. */
  public Actor actor() {
    return ACTOR.isBound() ? ACTOR.get() : viewing.actor(context.requestId());
  }

  /** Does work whose changes are made for {@code actor}, in a thread that serves no request. */
  public <T> T onBehalfOf(Actor actor, Supplier<T> work) {
    return ScopedValue.where(ACTOR, actor).call(work::get);
  }

  /**
   * Records that attributes of one person change; nothing if there are none.
   *
   * @param attributes their names in the contract, members as {@code individual.birthDate}
   */
  public void record(UUID person, Set<String> attributes) {
    record(Map.of(person, attributes));
  }

  /**
   * Records changes of many persons: one record for all who have the same attributes changed, so
   * that an import pays for each batch and not for each row.
   *
   * @param attributes names by person; a person without any is left out
   */
  public void record(Map<UUID, ? extends Set<String>> attributes) {
    Map<Set<String>, List<UUID>> persons = new LinkedHashMap<>();
    attributes.forEach(
        (person, names) -> {
          if (!names.isEmpty()) {
            persons.computeIfAbsent(Set.copyOf(names), same -> new ArrayList<>()).add(person);
          }
        });
    if (persons.isEmpty()) {
      return;
    }
    Actor actor = actor();
    List<AccessRecord> records = new ArrayList<>();
    persons.forEach(
        (names, all) -> {
          for (int from = 0; from < all.size(); from += MAX_PERSONS) {
            List<UUID> some = all.subList(from, Math.min(from + MAX_PERSONS, all.size()));
            records.add(change(actor, some, new TreeSet<>(names)));
          }
        });
    outbox.add(records);
  }

  private AccessRecord change(Actor actor, List<UUID> persons, SortedSet<String> attributes) {
    return new AccessRecord(
        ids.next(),
        clock.now(),
        actor.userId(),
        actor.clientId(),
        actor.department(),
        actor.roles(),
        actor.purpose(),
        actor.operation(),
        Outcome.CHANGED,
        STATUS,
        List.copyOf(persons),
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        attributes,
        null,
        actor.requestId(),
        actor.address());
  }
}
