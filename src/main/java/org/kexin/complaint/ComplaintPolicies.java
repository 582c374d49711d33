package org.kexin.complaint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.kexin.shared.PageRequest;

/** The versions of the policy; there is one from the start. */
@ApplicationScoped
class ComplaintPolicies implements PanacheRepositoryBase<PublishedPolicy, UUID> {

  /** The version that holds for what arrives now. */
  PublishedPolicy newest() {
    return find("order by version desc").firstResult();
  }

  /** One page of versions, the newest first. */
  List<PublishedPolicy> list(PageRequest page) {
    long before = page.afterNumbers(1, Integer.MAX_VALUE)[0];
    return find("version < ?1 order by version desc", (int) before)
        .page(0, page.rowsToRead())
        .list();
  }
}
