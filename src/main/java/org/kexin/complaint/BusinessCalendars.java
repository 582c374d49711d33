package org.kexin.complaint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.PageRequest;

/** The versions of calendars. */
@ApplicationScoped
class BusinessCalendars implements PanacheRepositoryBase<PublishedCalendar, UUID> {

  /** The newest version of a calendar. */
  Optional<PublishedCalendar> newest(String code) {
    return find("code = ?1 order by version desc", code).firstResultOptional();
  }

  /** One page of versions, last published first. */
  List<PublishedCalendar> list(@Nullable String code, PageRequest page) {
    return getEntityManager()
        .createQuery(
            "from PublishedCalendar c where (:code is null or c.code = :code)"
                + " and (:after is null or c.id < :after) order by c.id desc",
            PublishedCalendar.class)
        .setParameter("code", code)
        .setParameter("after", page.afterId())
        .setMaxResults(page.rowsToRead())
        .getResultList();
  }
}
