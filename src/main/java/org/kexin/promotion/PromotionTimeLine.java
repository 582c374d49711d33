package org.kexin.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;
import org.kexin.shared.TimePosition;
import org.kexin.shared.person.TimeLineEntry;
import org.kexin.shared.person.TimeLineSource;

/** What promotions tell the time line of a customer: one statement with a part for each kind. */
@ApplicationScoped
class PromotionTimeLine implements TimeLineSource {

  /** By kind: moment, id, subject and summary of the newest rows, read in the order of an index. */
  private static final Map<String, String> PARTS =
      new TreeMap<>(
          Map.of(
              "PROMOTION_CONTACT",
              part("promotion_contact", "contacted_at", "promotion_id", "channel"),
              "PROMOTION_RESPONSE",
              part("promotion_response", "responded_at", "promotion_id", "kind"),
              "VOUCHER_REDEMPTION",
              part(
                  "voucher_redemption",
                  "redeemed_at",
                  "voucher_id",
                  "if(rolled_back_at is null, 'REDEEMED', 'ROLLED_BACK')")));

  /** Beyond any moment that a column can hold. */
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private final Statements statements;

  PromotionTimeLine(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Set<String> kinds() {
    return PARTS.keySet();
  }

  @Override
  public List<TimeLineEntry> newest(
      UUID person, Set<String> kinds, @Nullable TimePosition behind, int limit) {
    Instant moment = behind == null ? NEVER : behind.moment();
    UUID id = behind == null ? new UUID(-1, -1) : behind.id();
    List<String> parts = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (Map.Entry<String, String> part : PARTS.entrySet()) {
      if (kinds.contains(part.getKey())) {
        parts.add("(" + part.getValue().formatted(part.getKey()) + ")");
        values.addAll(List.of(person, moment, moment, id, limit));
      }
    }
    values.add(limit);
    return statements.rows(
        String.join(" union all ", parts) + " order by occurred desc, id desc limit ?",
        row ->
            new TimeLineEntry(
                row.getString(1),
                Columns.instant(row.getObject(2, LocalDateTime.class)),
                Columns.uuid(row.getBytes(3)),
                Columns.uuid(row.getBytes(4)),
                row.getString(5)),
        values.toArray());
  }

  private static String part(String table, String moment, String subject, String summary) {
    return """
        select '%%s' as kind, %2$s as occurred, id, %3$s as subject, %4$s as summary from %1$s
        where customer_id = ? and %2$s <= ? and (%2$s < ? or id < ?)
        order by %2$s desc, id desc limit ?"""
        .formatted(table, moment, subject, summary);
  }
}
