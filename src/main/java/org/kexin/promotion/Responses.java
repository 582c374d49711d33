package org.kexin.promotion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.kexin.shared.PageRequest;

/** How people responded to promotions. */
@ApplicationScoped
class Responses implements PanacheRepositoryBase<Response, UUID> {

  /** One page of a promotion's responses, the last recorded first. */
  List<Response> list(UUID promotion, PageRequest page) {
    UUID after = page.afterId();
    return (after == null
            ? find("promotionId = ?1 order by id desc", promotion)
            : find("promotionId = ?1 and id < ?2 order by id desc", promotion, after))
        .page(0, page.rowsToRead())
        .list();
  }
}
