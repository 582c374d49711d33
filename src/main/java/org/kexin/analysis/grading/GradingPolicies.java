package org.kexin.analysis.grading;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kexin.customer.Kind;
import org.kexin.shared.PageRequest;

/** All policies that were ever published; the first ones come with the service. */
@ApplicationScoped
class GradingPolicies implements PanacheRepositoryBase<GradingPolicy, UUID> {

  /** The one that held at a moment; before the first one, that. */
  @Transactional
  GradingPolicyView at(Kind kind, Instant moment) {
    return find("kind = ?1 and publishedAt <= ?2 order by number desc", kind, moment)
        .page(0, 1)
        .firstResultOptional()
        .or(() -> find("kind = ?1 order by number", kind).page(0, 1).firstResultOptional())
        .map(GradingPolicy::view)
        .orElseThrow(() -> new IllegalStateException("There is no policy of grades for " + kind));
  }

  /** How many of a kind were published. */
  int countOf(Kind kind) {
    return Math.toIntExact(count("kind", kind));
  }

  /** One page, the last published first. */
  List<GradingPolicyView> list(PageRequest page) {
    UUID after = page.afterId();
    return (after == null ? find("order by id desc") : find("id < ?1 order by id desc", after))
        .page(0, page.rowsToRead()).stream().map(GradingPolicy::view).toList();
  }
}
