package org.kexin.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kexin.shared.Columns;
import org.kexin.shared.PageRequest;

/** Whom promotions were started for. */
@ApplicationScoped
class PromotionMembers {

  private final Statements statements;

  PromotionMembers(Statements statements) {
    this.statements = statements;
  }

  /** A member of a promotion. */
  record Member(UUID customerId, MemberGroup group) {}

  /** Whether a customer is a member that is approached. */
  boolean isTarget(UUID promotion, UUID customer) {
    return !targets(promotion, Set.of(customer)).isEmpty();
  }

  /** Those of these customers that are approached; at most as many as one call may name. */
  Set<UUID> targets(UUID promotion, Collection<UUID> customers) {
    if (customers.isEmpty()) {
      return Set.of();
    }
    List<Object> values = new ArrayList<>(List.of(promotion));
    values.addAll(customers);
    return new HashSet<>(
        statements.rows(
            "select customer_id from promotion_member where promotion_id = ? and customer_id in ("
                + Columns.parameters(customers)
                + ") and member_group = 'TARGET'",
            row -> Columns.uuid(row.getBytes(1)),
            values.toArray()));
  }

  /** Adds members, in one round trip. Nobody is a member twice. */
  void add(UUID promotion, Map<UUID, MemberGroup> groups) {
    statements.updateEach(
        "insert into promotion_member (promotion_id, customer_id, member_group) values (?, ?, ?)",
        groups.entrySet().stream()
            .map(member -> new Object[] {promotion, member.getKey(), member.getValue().name()})
            .toList());
  }

  /** One page of members by the ids of the customers. */
  List<Member> list(UUID promotion, PageRequest page) {
    UUID after = page.afterId();
    return statements.rows(
        "select customer_id, member_group from promotion_member where promotion_id = ?"
            + " and customer_id > ? order by customer_id limit ?",
        row -> new Member(Columns.uuid(row.getBytes(1)), MemberGroup.valueOf(row.getString(2))),
        promotion,
        after == null ? new UUID(0, 0) : after,
        page.rowsToRead());
  }
}
