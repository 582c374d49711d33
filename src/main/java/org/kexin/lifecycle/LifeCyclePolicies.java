package org.kexin.lifecycle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The policies that were ever published, after the first, which comes with the service. */
@ApplicationScoped
class LifeCyclePolicies implements PanacheRepositoryBase<LifeCyclePolicy, UUID> {

  private static final LifeCyclePolicyView FIRST =
      new LifeCyclePolicyView(1, LifeCycleTerms.FIRST, null);

  /** The one that holds. */
  LifeCyclePolicyView current() {
    return find("order by version desc")
        .firstResultOptional()
        .map(LifeCyclePolicy::view)
        .orElse(FIRST);
  }

  /** Some of them, the last published first, the one that comes with the service last. */
  List<LifeCyclePolicyView> list(long below, int limit) {
    List<LifeCyclePolicyView> published =
        find("version < ?1 order by version desc", below).page(0, limit).stream()
            .map(LifeCyclePolicy::view)
            .toList();
    if (published.size() == limit || below <= FIRST.version()) {
      return published;
    }
    return java.util.stream.Stream.concat(published.stream(), java.util.stream.Stream.of(FIRST))
        .toList();
  }
}
