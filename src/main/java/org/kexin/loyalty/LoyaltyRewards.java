package org.kexin.loyalty;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.PageRequest;

/** The rewards. */
@ApplicationScoped
class LoyaltyRewards implements PanacheRepositoryBase<LoyaltyReward, UUID> {

  /** The reward, locked until the transaction ends. */
  Optional<LoyaltyReward> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** One page of rewards of a programme or of all, the last made first. */
  List<LoyaltyReward> list(@Nullable UUID programme, PageRequest page) {
    Map<String, Object> parameters = new HashMap<>();
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    if (programme != null) {
      conditions.add("programmeId = :programme");
      parameters.put("programme", programme);
    }
    UUID after = page.afterId();
    if (after != null) {
      conditions.add("id < :after");
      parameters.put("after", after);
    }
    return find(String.join(" and ", conditions) + " order by id desc", parameters)
        .page(0, page.rowsToRead())
        .list();
  }
}
