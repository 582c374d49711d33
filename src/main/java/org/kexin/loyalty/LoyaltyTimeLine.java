package org.kexin.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.TimePosition;
import org.kexin.shared.person.TimeLineEntry;
import org.kexin.shared.person.TimeLineSource;

/** Memberships and claims of rewards for the time line; points are a list of their own. */
@ApplicationScoped
class LoyaltyTimeLine implements TimeLineSource {

  private static final String MEMBERSHIP = "MEMBERSHIP";
  private static final String REWARD = "REWARD";

  private final EntityManager entities;

  LoyaltyTimeLine(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(MEMBERSHIP, REWARD);
  }

  @Override
  public List<TimeLineEntry> newest(
      UUID person, Set<String> kinds, @Nullable TimePosition behind, int limit) {
    List<TimeLineEntry> newest = new ArrayList<>();
    if (kinds.contains(MEMBERSHIP)) {
      rows(LoyaltyEvent.class, "occurredAt", person, behind, limit).stream()
          .map(LoyaltyEvent::entry)
          .forEach(newest::add);
    }
    if (kinds.contains(REWARD)) {
      rows(RewardClaim.class, "claimedAt", person, behind, limit).stream()
          .map(RewardClaim::entry)
          .forEach(newest::add);
    }
    return newest.stream().sorted(TimeLineEntry.NEWEST_FIRST).limit(limit).toList();
  }

  private <T> List<T> rows(
      Class<T> type, String moment, UUID person, @Nullable TimePosition behind, int limit) {
    // The first half of the condition alone is what the index can begin at.
    String beyond = behind == null ? "" : " and r.%1$s <= :at and (r.%1$s < :at or r.id < :id)";
    SelectionQuery<T> select =
        entities
            .unwrap(Session.class)
            .createSelectionQuery(
                ("from %2$s r where r.customerId = :person"
                        + beyond
                        + " order by r.%1$s desc, r.id desc")
                    .formatted(moment, type.getSimpleName()),
                type)
            .setParameter("person", person)
            .setMaxResults(limit);
    if (behind != null) {
      select.setParameter("at", behind.moment()).setParameter("id", behind.id());
    }
    return select.getResultList();
  }
}
