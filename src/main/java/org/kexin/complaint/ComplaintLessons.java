package org.kexin.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;

/**
 * The file of complaints for learning. Shown is what enough customers complained about; a group of
 * few would tell whoever knows one of them what became of their complaint.
 */
@ApplicationScoped
class ComplaintLessons {

  private final EntityManager entities;
  private final ComplaintConfig config;

  ComplaintLessons(EntityManager entities, ComplaintConfig config) {
    this.entities = entities;
    this.config = config;
  }

  /** What complaints have in common. */
  private record Group(UUID categoryId, @Nullable String cause, @Nullable UUID productId) {

    static Group of(ComplaintRecord complaint) {
      return new Group(complaint.categoryId(), complaint.cause(), complaint.productId());
    }
  }

  /**
   * A page, last recorded first; without groups of too few customers, so it may be short and yet
   * have a next one.
   */
  @Transactional
  Page<ComplaintLesson> list(
      @Nullable UUID categoryId,
      @Nullable String cause,
      @Nullable UUID productId,
      PageRequest page) {
    List<ComplaintRecord> rows =
        entities
            .createQuery(
                """
                from Complaint c where c.state = :closed
                  and (:category is null or c.subject.categoryId = :category)
                  and (:cause is null or c.subject.cause = :cause)
                  and (:product is null or c.subject.productId = :product)
                  and (:after is null or c.id < :after)
                order by c.id desc
                """,
                Complaint.class)
            .setParameter("closed", ComplaintState.CLOSED)
            .setParameter("category", categoryId)
            .setParameter("cause", cause)
            .setParameter("product", productId)
            .setParameter("after", page.afterId())
            .setMaxResults(page.rowsToRead())
            .getResultList()
            .stream()
            .map(Complaint::record)
            .toList();
    Page<ComplaintRecord> cut = Page.of(rows, page, last -> last.id().toString());
    Set<Group> large = largeGroups(cut.items());
    return cut.filter(complaint -> large.contains(Group.of(complaint)))
        .map(ComplaintLessons::lesson);
  }

  private Set<Group> largeGroups(List<ComplaintRecord> complaints) {
    Set<UUID> categories =
        complaints.stream().map(ComplaintRecord::categoryId).collect(Collectors.toSet());
    if (categories.isEmpty()) {
      return Set.of();
    }
    Set<Group> large = new HashSet<>();
    entities
        .createQuery(
            """
            select c.subject.categoryId, c.subject.cause, c.subject.productId from Complaint c
            where c.state = :closed and c.subject.categoryId in :categories
            group by c.subject.categoryId, c.subject.cause, c.subject.productId
            having count(distinct c.customerId) >= :smallest
            """,
            Object[].class)
        .setParameter("closed", ComplaintState.CLOSED)
        .setParameter("categories", categories)
        .setParameter("smallest", (long) config.smallestGroup())
        .getResultList()
        .forEach(row -> large.add(new Group((UUID) row[0], (String) row[1], (UUID) row[2])));
    return large;
  }

  private static ComplaintLesson lesson(ComplaintRecord complaint) {
    Instant closed = Objects.requireNonNull(complaint.closedAt());
    Instant resolved = Objects.requireNonNull(complaint.resolvedAt());
    return new ComplaintLesson(
        complaint.categoryId(),
        complaint.cause(),
        complaint.productId(),
        YearMonth.from(closed.atOffset(ZoneOffset.UTC)).toString(),
        complaint.severity(),
        complaint.channel(),
        Duration.between(complaint.receivedAt(), resolved).toDays(),
        complaint.escalationLevel(),
        complaint.reopenCount(),
        complaint.compensationKind(),
        complaint.rating());
  }
}
