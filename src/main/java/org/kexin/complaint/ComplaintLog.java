package org.kexin.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import org.kexin.shared.Ids;

/** Writes down what happened to complaints, and tells others of escalations. */
@ApplicationScoped
class ComplaintLog {

  private final ComplaintEvents events;
  private final Event<ComplaintEscalated> escalated;
  private final Ids ids;

  ComplaintLog(ComplaintEvents events, Event<ComplaintEscalated> escalated, Ids ids) {
    this.events = events;
    this.escalated = escalated;
    this.ids = ids;
  }

  /** Adds what time has brought. */
  void add(Complaint complaint, List<Complaint.Noticed> noticed) {
    noticed.forEach(one -> add(complaint, new ComplaintEvent(ids.next(), complaint, one)));
  }

  /** Adds an event. */
  void add(Complaint complaint, ComplaintEvent event) {
    events.persist(event);
    if (event.kind() == EventKind.ESCALATED) {
      ClockKind clock = event.clock();
      escalated.fire(
          new ComplaintEscalated(
              complaint.id(),
              complaint.customerId(),
              clock == null ? null : clock.name(),
              complaint.record().escalationLevel(),
              event.occurredAt()));
    }
  }
}
