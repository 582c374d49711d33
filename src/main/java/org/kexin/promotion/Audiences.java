package org.kexin.promotion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.kexin.shared.PageRequest;

/** The saved audiences. */
@ApplicationScoped
class Audiences implements PanacheRepositoryBase<Audience, UUID> {

  /** One page, the newest first. */
  List<Audience> list(PageRequest page) {
    UUID after = page.afterId();
    return (after == null ? find("order by id desc") : find("id < ?1 order by id desc", after))
        .page(0, page.rowsToRead())
        .list();
  }
}
