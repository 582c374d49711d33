package org.kexin.promotion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kexin.consent.ConsentChannel;
import org.kexin.shared.PageRequest;

/** Who was approached for promotions. */
@ApplicationScoped
class Contacts implements PanacheRepositoryBase<Contact, UUID> {

  /**
   * Whom, how and when: a promotion has one contact of each at most.
   *
   * @param minute to the minute
   */
  record Key(UUID customerId, ConsentChannel channel, Instant minute) {}

  /** Those contacts of these customers that a promotion has at these minutes. */
  Set<Key> known(UUID promotion, Collection<UUID> customers, Collection<Instant> minutes) {
    return customers.isEmpty()
        ? Set.of()
        : find(
                "promotionId = ?1 and customerId in ?2 and contactedAt in ?3",
                promotion,
                customers,
                minutes)
            .stream()
            .map(Contact::key)
            .collect(Collectors.toSet());
  }

  /** One page of a promotion's contacts, the last recorded first. */
  List<Contact> list(UUID promotion, PageRequest page) {
    UUID after = page.afterId();
    return (after == null
            ? find("promotionId = ?1 order by id desc", promotion)
            : find("promotionId = ?1 and id < ?2 order by id desc", promotion, after))
        .page(0, page.rowsToRead())
        .list();
  }
}
