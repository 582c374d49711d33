package org.kexin.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.TimePosition;
import org.kexin.shared.person.TimeLineEntry;
import org.kexin.shared.person.TimeLineSource;

/** What happened to a customer's complaints, on their time line: each event. */
@ApplicationScoped
class ComplaintTimeLine implements TimeLineSource {

  private static final String KIND = "COMPLAINT";

  private final EntityManager entities;

  ComplaintTimeLine(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public List<TimeLineEntry> newest(
      UUID person, Set<String> kinds, @Nullable TimePosition behind, int limit) {
    var select =
        entities
            .createQuery(
                "select e.id, e.complaintId, e.kind, e.occurredAt from ComplaintEvent e"
                    + " where e.customerId = :person"
                    + (behind == null
                        ? ""
                        // The first half alone is what the index can begin at.
                        : " and e.occurredAt <= :moment"
                            + " and (e.occurredAt < :moment or e.id < :behind)")
                    + " order by e.occurredAt desc, e.id desc",
                Object[].class)
            .setParameter("person", person)
            .setMaxResults(limit);
    if (behind != null) {
      select.setParameter("moment", behind.moment()).setParameter("behind", behind.id());
    }
    return select.getResultList().stream()
        .map(
            row ->
                new TimeLineEntry(
                    KIND,
                    (Instant) row[3],
                    (UUID) row[0],
                    (UUID) row[1],
                    ((EventKind) row[2]).name()))
        .toList();
  }
}
