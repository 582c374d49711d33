package org.kexin.complaint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.kexin.shared.PageRequest;

/** The categories. */
@ApplicationScoped
class ComplaintCategories implements PanacheRepositoryBase<ComplaintCategory, UUID> {

  /** All of them. */
  List<ComplaintCategory> all() {
    return find("order by id").page(0, CategoryTree.MAX_CATEGORIES).list();
  }

  /**
   * All of them, locked until the transaction ends, always in the same order: two moves at once
   * could each be right and together make a circle. They are few and seldom moved.
   */
  List<ComplaintCategory> allForUpdate() {
    return find("order by id")
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .page(0, CategoryTree.MAX_CATEGORIES)
        .list();
  }

  /** One page, by code. */
  List<ComplaintCategory> list(PageRequest page) {
    String after = page.after();
    return (after == null ? find("order by code") : find("code > ?1 order by code", after))
        .page(0, page.rowsToRead())
        .list();
  }
}
