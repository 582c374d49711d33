package org.kexin.analysis;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.kexin.shared.PageRequest;

/** The analysis projects. */
@ApplicationScoped
class AnalysisProjects implements PanacheRepositoryBase<AnalysisProject, UUID> {

  private final EntityManager entities;

  AnalysisProjects(EntityManager entities) {
    this.entities = entities;
  }

  Optional<AnalysisProject> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** One page of all projects, last started first. */
  List<AnalysisProject> list(PageRequest page) {
    UUID after = page.afterId();
    return (after == null ? find("order by id desc") : find("id < ?1 order by id desc", after))
        .page(0, page.rowsToRead())
        .list();
  }

  /** One page of the projects that somebody takes part in, last started first. */
  List<AnalysisProject> listOf(String userId, PageRequest page) {
    String theirs = "from AnalysisProject p where ?1 member of p.members";
    UUID after = page.afterId();
    return (after == null
            ? find(theirs + " order by p.id desc", userId)
            : find(theirs + " and p.id < ?2 order by p.id desc", userId, after))
        .page(0, page.rowsToRead())
        .list();
  }

  /**
   * Locks some projects that were not ended although their last day is before {@code today}; those
   * that another pod has locked are left to it.
   */
  List<AnalysisProject> lockOverdue(LocalDate today, int limit) {
    return entities
        .unwrap(Session.class)
        .createSelectionQuery(
            "from AnalysisProject where endedAt is null and endsOn < :today", AnalysisProject.class)
        .setParameter("today", today)
        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .setMaxResults(limit)
        .getResultList();
  }
}
