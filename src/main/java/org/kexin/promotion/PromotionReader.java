package org.kexin.promotion;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/**
 * Reads promotions and who took part in them for analyses, with memory that does not grow with
 * their number. Uses the {@code analysis} data source, which may lag behind the primary.
 */
@ApplicationScoped
public class PromotionReader {

  private static final String FACTS =
      "select document, state, ended_at from promotion where id = ?";

  private static final String MEMBERS =
      "select customer_id, member_group = 'CONTROL' control from promotion_member"
          + " where promotion_id = ?";

  /** Of a promotion without members, whoever it has to do with. */
  private static final String REACHED =
      """
      select customer_id, false control from promotion_contact
        where promotion_id = ? and recorded_at <= ?
      union select customer_id, false from promotion_response
        where promotion_id = ? and recorded_at <= ?
      union select d.customer_id, false from voucher v
        join voucher_redemption d on d.voucher_id = v.id
        where v.promotion_id = ? and d.redeemed_at <= ?
      """;

  // What happened is summed up once for all, by the indexes of the promotion, and not looked up
  // for each customer; a redemption is found by its voucher, since it has no such index.
  private static final String PARTICIPANTS =
      """
      select m.customer_id, m.control, coalesce(c.n, 0), coalesce(r.n, 0),
        coalesce(r.interested, 0), coalesce(d.n, 0), coalesce(d.discount, 0)
      from (participants) m
      left join (select customer_id, count(*) n from promotion_contact
        where promotion_id = ? and recorded_at <= ? group by customer_id) c
        on c.customer_id = m.customer_id
      left join (select customer_id, count(*) n, max(kind in ('INTERESTED', 'PURCHASED')) interested
        from promotion_response where promotion_id = ? and recorded_at <= ? group by customer_id) r
        on r.customer_id = m.customer_id
      left join (select x.customer_id, count(*) n, sum(x.discount) discount
        from voucher v join voucher_redemption x on x.voucher_id = v.id
        where v.promotion_id = ? and x.redeemed_at <= ?
          and (x.rolled_back_at is null or x.rolled_back_at > ?) group by x.customer_id) d
        on d.customer_id = m.customer_id
      order by m.customer_id
      """;

  private static final String OF_MEMBERS = PARTICIPANTS.replace("participants", MEMBERS);
  private static final String OF_REACHED = PARTICIPANTS.replace("participants", REACHED);

  private static final LocalDateTime EVER = LocalDateTime.of(9999, 12, 31, 0, 0);

  private final AgroalDataSource source;

  PromotionReader(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * One promotion.
   *
   * @throws IllegalStateException if the database fails while reading
   */
  public Optional<PromotionFacts> find(UUID id) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(FACTS)) {
      select.setBytes(1, Columns.bytes(id));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(facts(id, row)) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
  }

  /**
   * Everybody whom a promotion has to do with: its members, or whoever was approached, responded or
   * redeemed where it has none. A response of somebody who is no member is left out.
   *
   * @param recordedUntil contacts, responses and redemptions that were known here at that moment;
   *     null for all
   * @throws IllegalStateException if the database fails while reading
   */
  public Participants participants(PromotionFacts promotion, @Nullable Instant recordedUntil) {
    byte[] id = Columns.bytes(promotion.id());
    LocalDateTime known = recordedUntil == null ? EVER : Columns.utc(recordedUntil);
    Connection connection = null;
    try {
      connection = source.getConnection();
      PreparedStatement select =
          connection.prepareStatement(
              promotion.forAudience() ? OF_MEMBERS : OF_REACHED,
              ResultSet.TYPE_FORWARD_ONLY,
              ResultSet.CONCUR_READ_ONLY);
      int next = 1;
      if (promotion.forAudience()) {
        select.setBytes(next++, id);
      }
      for (int i = 0; i < (promotion.forAudience() ? 3 : 6); i++) {
        select.setBytes(next++, id);
        select.setObject(next++, known);
      }
      select.setObject(next, known);
      // Connector/J: this value, and no other, makes rows come one by one instead of all at once.
      select.setFetchSize(Integer.MIN_VALUE);
      return new Participants(connection, select, select.executeQuery());
    } catch (SQLException failure) {
      release(connection, failure);
      throw unreadable(failure);
    }
  }

  private static void release(@Nullable Connection connection, SQLException failure) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException another) {
      failure.addSuppressed(another);
    }
  }

  private static PromotionFacts facts(UUID id, ResultSet row) throws SQLException {
    LocalDateTime endedAt = row.getObject(3, LocalDateTime.class);
    return PromotionFacts.of(
        id,
        Objects.requireNonNull(
            new JsonColumns.OfPromotion().convertToEntityAttribute(row.getString(1))),
        PromotionState.valueOf(row.getString(2)),
        endedAt == null ? null : Columns.instant(endedAt));
  }

  static IllegalStateException unreadable(SQLException failure) {
    return new IllegalStateException("Promotions cannot be read.", failure);
  }
}
