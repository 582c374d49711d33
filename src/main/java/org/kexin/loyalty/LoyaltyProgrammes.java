package org.kexin.loyalty;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.PageRequest;

/** The programmes and what they promise. */
@ApplicationScoped
class LoyaltyProgrammes implements PanacheRepositoryBase<LoyaltyProgramme, UUID> {

  /** Terms with their number. */
  record Terms(int number, ProgrammeTerms terms) {}

  Optional<LoyaltyProgramme> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The terms that hold now, by programme, in one round trip. */
  Map<UUID, Terms> present(Collection<UUID> programmes) {
    Map<UUID, Terms> present = new HashMap<>();
    if (!programmes.isEmpty()) {
      session()
          .createSelectionQuery(
              "select t from PublishedTerms t join LoyaltyProgramme p on p.id = t.key.programmeId"
                  + " and p.termsNumber = t.key.number where p.id in :ids",
              PublishedTerms.class)
          .setParameter("ids", programmes)
          .getResultList()
          .forEach(it -> present.put(it.programmeId(), new Terms(it.number(), it.terms())));
    }
    return present;
  }

  /** One version of the terms; null for an unknown one. */
  @Nullable PublishedTerms terms(UUID programme, int number) {
    return session().find(PublishedTerms.class, new PublishedTerms.Key(programme, number));
  }

  /** One page of programmes, the last made first. */
  List<LoyaltyProgramme> list(PageRequest page) {
    UUID after = page.afterId();
    return (after == null ? find("order by id desc") : find("id < ?1 order by id desc", after))
        .page(0, page.rowsToRead())
        .list();
  }

  void add(PublishedTerms terms) {
    session().persist(terms);
  }

  private Session session() {
    return getEntityManager().unwrap(Session.class);
  }
}
