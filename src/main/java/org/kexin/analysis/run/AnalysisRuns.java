package org.kexin.analysis.run;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.kexin.shared.PageRequest;

/** The background analyses of all pods. */
@ApplicationScoped
class AnalysisRuns implements PanacheRepositoryBase<AnalysisRun, UUID> {

  private static final Set<AnalysisRunState> OPEN =
      EnumSet.of(AnalysisRunState.QUEUED, AnalysisRunState.RUNNING);

  /** The oldest that nobody works on, locked; one that another pod is just taking is passed. */
  Optional<AnalysisRun> nextFree(Instant now) {
    return getEntityManager()
        .createQuery(
            "from AnalysisRun where state in :open and leaseUntil <= :now order by createdAt, id",
            AnalysisRun.class)
        .setParameter("open", OPEN)
        .setParameter("now", now)
        .setMaxResults(1)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
        .getResultStream()
        .findFirst();
  }

  /** The run, locked to the end of the transaction; empty if there is none. */
  Optional<AnalysisRun> lock(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** How many of a caller wait or run. */
  long open(String user) {
    return count("requestedBy = ?1 and state in ?2", user, OPEN);
  }

  /** A caller's runs, newest first: ids are UUID version 7, so their order is that of creation. */
  List<AnalysisRun> list(String user, PageRequest page) {
    UUID after = page.afterId();
    return (after == null
            ? find("requestedBy = ?1 order by id desc", user)
            : find("requestedBy = ?1 and id < ?2 order by id desc", user, after))
        .page(0, page.rowsToRead())
        .list();
  }

  /** The newest run of an analysis that a caller had and that has a result, without it. */
  Optional<UUID> latestResult(String user, String analysis) {
    return getEntityManager()
        .createQuery(
            "select id from AnalysisRun where requestedBy = :user and analysis = :analysis"
                + " and state = :completed order by id desc",
            UUID.class)
        .setParameter("user", user)
        .setParameter("analysis", analysis)
        .setParameter("completed", AnalysisRunState.COMPLETED)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** How many runs of an analysis a caller began since a moment, whatever came of them. */
  long begunSince(String user, String analysis, Instant since) {
    return count("requestedBy = ?1 and analysis = ?2 and createdAt > ?3", user, analysis, since);
  }

  /** Forgets what ended before a moment, some at a time. */
  @Transactional
  long forget(Instant endedBefore, int limit) {
    List<UUID> ids =
        getEntityManager()
            .createQuery("select id from AnalysisRun where endedAt < :before", UUID.class)
            .setParameter("before", endedBefore)
            .setMaxResults(limit)
            .getResultList();
    return ids.isEmpty() ? 0 : delete("id in ?1", ids);
  }
}
