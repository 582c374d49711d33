package org.kexin.complaint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What happened to complaints. */
@ApplicationScoped
class ComplaintEvents implements PanacheRepositoryBase<ComplaintEvent, UUID> {

  /** The last events of a complaint, newest first. */
  List<ComplaintEvent> newest(UUID complaint, int limit) {
    return find("complaintId = ?1 order by occurredAt desc, id desc", complaint)
        .page(0, limit)
        .list();
  }

  /** All events of a complaint, oldest first: as many as people have written. */
  List<ComplaintEvent> all(UUID complaint) {
    return list("complaintId = ?1 order by occurredAt, id", complaint);
  }
}
