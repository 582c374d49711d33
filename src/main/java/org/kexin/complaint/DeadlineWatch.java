package org.kexin.complaint;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.kexin.access.Actor;
import org.kexin.access.Changes;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;

/**
 * Looks after complaints that time has brought something: a deadline that is near or has passed, a
 * wait that is over. Any number of pods at once: each skips what another has locked, state and
 * events commit together, and a pod that dies leaves all of it or nothing. What was told of a run
 * of a clock cannot be told again: the clock says so, under the lock, and a unique key of the
 * events.
 */
@ApplicationScoped
class DeadlineWatch {

  private static final Logger LOG = Logger.getLogger(DeadlineWatch.class);
  private static final String OPERATION = "attendComplaints";

  private final Complaints complaints;
  private final ComplaintLog log;
  private final ComplaintTerms terms;
  private final ComplaintConfig config;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;

  DeadlineWatch(
      Complaints complaints,
      ComplaintLog log,
      ComplaintTerms terms,
      ComplaintConfig config,
      Changes changes,
      Ids ids,
      Clock clock) {
    this.complaints = complaints;
    this.log = log;
    this.terms = terms;
    this.config = config;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /** Attends to all that are due, a batch for each transaction. */
  @Scheduled(
      every = "${kexin.complaint.attend-every:10s}",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void attend() {
    int all = 0;
    int some;
    do {
      some = QuarkusTransaction.requiringNew().call(this::attendSome);
      all += some;
    } while (some == config.attendAtOnce());
    if (all > 0) {
      LOG.infof("%d complaints are near a deadline, past one, or go on without an answer.", all);
    }
  }

  private int attendSome() {
    Instant now = clock.now();
    List<Complaint> due = complaints.lockDue(now, config.attendAtOnce());
    Map<UUID, Set<String>> changed = new LinkedHashMap<>();
    for (Complaint complaint : due) {
      ClockTerms by = terms.of(complaint.record());
      log.add(complaint, complaint.attend(now, by));
      changed.put(complaint.customerId(), new TreeSet<>(Set.of(Complaint.CHANGED)));
    }
    complaints.flush();
    changes.onBehalfOf(
        Actor.knownOnlyAs("kexin", OPERATION, ids.next().toString()),
        () -> {
          changes.record(changed);
          return changed.size();
        });
    return due.size();
  }
}
