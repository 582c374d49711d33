package org.kexin.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.TimePosition;
import org.kexin.shared.person.TimeLineEntry;
import org.kexin.shared.person.TimeLineSource;

/** Orders and returns on the time line; the index of a customer's sales holds all it reads. */
@ApplicationScoped
class SalesOnTimeLine implements TimeLineSource {

  private final EntityManager entities;

  SalesOnTimeLine(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Kind.ORDER.name(), Kind.RETURN.name());
  }

  @Override
  public List<TimeLineEntry> newest(
      UUID person, Set<String> kinds, @Nullable TimePosition behind, int limit) {
    var select =
        entities
            .createQuery(
                "select t.kind, t.occurredAt, t.id from Transaction t"
                    + " where t.customerId = :person and t.kind in :kinds"
                    + (behind == null
                        ? ""
                        : " and t.occurredAt <= :moment"
                            + " and (t.occurredAt < :moment or t.id < :behind)")
                    + " order by t.occurredAt desc, t.id desc",
                Object[].class)
            .setParameter("person", person)
            .setParameter("kinds", kinds.stream().map(Kind::valueOf).collect(Collectors.toSet()))
            .setMaxResults(limit);
    if (behind != null) {
      select.setParameter("moment", behind.moment()).setParameter("behind", behind.id());
    }
    return select.getResultList().stream()
        .map(
            row ->
                new TimeLineEntry(
                    ((Kind) row[0]).name(), (Instant) row[1], (UUID) row[2], (UUID) row[2], null))
        .toList();
  }
}
