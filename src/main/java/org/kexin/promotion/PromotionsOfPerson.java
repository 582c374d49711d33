package org.kexin.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;
import org.kexin.shared.Ids;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/**
 * What promotions hold of a person, for the person and for erasure. Erasure cuts the link: all of
 * one person get the same fresh id, which stands nowhere else, so that costs, groups and counts of
 * a promotion stay what they were.
 */
@ApplicationScoped
class PromotionsOfPerson implements PersonalDataHolder {

  private static final String MEMBERS = "promotion_member";
  private static final String CONTACTS = "promotion_contact";
  private static final String RESPONSES = "promotion_response";
  private static final String COUNTS = "voucher_customer";
  private static final String REDEMPTIONS = "voucher_redemption";
  private static final String BOOKS = "Accounting law asks for the discounts given.";

  /** Rows of a section that are read at once; an export must not grow with what is held. */
  private static final int AT_ONCE = 500;

  private final Statements statements;
  private final Ids ids;

  PromotionsOfPerson(Statements statements, Ids ids) {
    this.statements = statements;
    this.ids = ids;
  }

  /** A promotion that the person was picked for. */
  record Membership(UUID promotionId, String group) {}

  /** An approach. */
  record Approach(UUID id, UUID promotionId, String channel, Instant at, Instant recordedAt) {}

  /** A response. */
  record Reaction(
      UUID id,
      UUID promotionId,
      String kind,
      String channel,
      Instant at,
      @Nullable UUID orderId,
      Instant recordedAt) {}

  /** How often a voucher was used. */
  record UsedVoucher(UUID voucherId, int redeemed) {}

  /** A voucher that was used. */
  record Use(
      UUID id,
      UUID voucherId,
      UUID promotionId,
      @Nullable UUID orderId,
      String currency,
      java.math.BigDecimal amount,
      java.math.BigDecimal discount,
      Instant redeemedAt,
      @Nullable Instant rolledBackAt) {}

  @Override
  public Set<String> tables() {
    return Set.of(MEMBERS, CONTACTS, RESPONSES, COUNTS, REDEMPTIONS);
  }

  @Override
  public void export(UUID person, PersonFile file) {
    section(
        "promotionMemberships",
        "select promotion_id, member_group from promotion_member where customer_id = ?"
            + " and promotion_id > ? order by promotion_id limit ?",
        row -> new Membership(id(row, 1), row.getString(2)),
        person,
        file);
    section(
        "promotionContacts",
        "select id, promotion_id, channel, contacted_at, recorded_at from promotion_contact"
            + " where customer_id = ? and id > ? order by id limit ?",
        row -> new Approach(id(row, 1), id(row, 2), row.getString(3), at(row, 4), at(row, 5)),
        person,
        file);
    section(
        "promotionResponses",
        "select id, promotion_id, kind, channel, responded_at, order_id, recorded_at"
            + " from promotion_response where customer_id = ? and id > ? order by id limit ?",
        row ->
            new Reaction(
                id(row, 1),
                id(row, 2),
                row.getString(3),
                row.getString(4),
                at(row, 5),
                Columns.uuidOrNull(row.getBytes(6)),
                at(row, 7)),
        person,
        file);
    section(
        "vouchersUsed",
        "select voucher_id, redeemed from voucher_customer where customer_id = ?"
            + " and voucher_id > ? order by voucher_id limit ?",
        row -> new UsedVoucher(id(row, 1), row.getInt(2)),
        person,
        file);
    section(
        "voucherRedemptions",
        "select id, voucher_id, promotion_id, order_id, currency, amount, discount, redeemed_at,"
            + " rolled_back_at"
            + " from voucher_redemption where customer_id = ? and id > ? order by id limit ?",
        row ->
            new Use(
                id(row, 1),
                id(row, 2),
                id(row, 3),
                Columns.uuidOrNull(row.getBytes(4)),
                row.getString(5),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                at(row, 8),
                row.getBytes(9) == null ? null : at(row, 9)),
        person,
        file);
  }

  @Override
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    UUID nobody = ids.next();
    List<FieldOutcome> outcomes = new ArrayList<>();
    outcomes.addAll(cut(MEMBERS, person, nobody, "promotion_id", "member_group"));
    outcomes.addAll(
        cut(
            CONTACTS,
            person,
            nobody,
            "id",
            "promotion_id",
            "channel",
            "contacted_at",
            "recorded_at"));
    outcomes.addAll(
        cut(
            RESPONSES,
            person,
            nobody,
            "id",
            "promotion_id",
            "kind",
            "channel",
            "responded_at",
            "order_id",
            "recorded_at"));
    long counts = statements.update("delete from voucher_customer where customer_id = ?", person);
    outcomes.addAll(FieldOutcome.erased(COUNTS, counts, "customer_id", "voucher_id", "redeemed"));
    outcomes.addAll(redemptions(person, nobody, terms));
    return outcomes;
  }

  private List<FieldOutcome> redemptions(UUID person, UUID nobody, KeepingTerms terms) {
    Instant last =
        statements
            .rows(
                "select redeemed_at from voucher_redemption where customer_id = ?"
                    + " order by redeemed_at desc limit 1",
                row -> at(row, 1),
                person)
            .stream()
            .findFirst()
            .orElse(null);
    Instant until = last == null ? null : KeepingTerms.until(last, terms.bookkeeping());
    long rows = renamed(REDEMPTIONS, person, nobody);
    List<FieldOutcome> outcomes = new ArrayList<>();
    outcomes.add(FieldOutcome.pseudonymised(REDEMPTIONS, rows, "customer_id"));
    outcomes.addAll(
        FieldOutcome.kept(
            REDEMPTIONS,
            rows,
            BOOKS,
            until,
            "id",
            "voucher_id",
            "promotion_id",
            "order_id",
            "live_order_id",
            "currency",
            "amount",
            "discount",
            "redeemed_at",
            "rolled_back_at"));
    return outcomes;
  }

  private List<FieldOutcome> cut(String table, UUID person, UUID nobody, String... others) {
    long rows = renamed(table, person, nobody);
    List<FieldOutcome> outcomes = new ArrayList<>();
    outcomes.add(FieldOutcome.pseudonymised(table, rows, "customer_id"));
    for (String field : others) {
      outcomes.add(FieldOutcome.pseudonymised(table, rows, field));
    }
    return outcomes;
  }

  private long renamed(String table, UUID person, UUID nobody) {
    return statements.update(
        "update " + table + " set customer_id = ? where customer_id = ?", nobody, person);
  }

  private <T extends Record> void section(
      String name, String sql, Statements.Row<T> reading, UUID person, PersonFile file) {
    UUID after = new UUID(0, 0);
    List<T> some;
    do {
      List<UUID> keys = new ArrayList<>();
      some =
          statements.rows(
              sql,
              row -> {
                keys.add(id(row, 1));
                return reading.read(row);
              },
              person,
              after,
              AT_ONCE);
      some.forEach(item -> file.add(name, item));
      after = keys.isEmpty() ? after : keys.getLast();
    } while (some.size() == AT_ONCE);
  }

  private static UUID id(ResultSet row, int column) throws SQLException {
    return Columns.uuid(row.getBytes(column));
  }

  private static Instant at(ResultSet row, int column) throws SQLException {
    return Columns.instant(row.getObject(column, LocalDateTime.class));
  }
}
