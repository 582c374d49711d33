package org.kexin.loyalty;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/**
 * What a line of an order brought, and how much of it went back. Its key is why a line never earns
 * twice. Changes only under the lock of its account.
 */
@Entity
@Table(name = "points_earning")
class PointsEarning {

  @EmbeddedId private Key key;

  @Column(name = "lot_id")
  private UUID lotId;

  @Column(name = "quantity")
  private int quantity;

  @Column(name = "returned")
  private int returned;

  @Column(name = "points")
  private long points;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected PointsEarning() {}

  PointsEarning(UUID account, UUID transaction, PointsLot lot, EarnRules.Earned earned) {
    this.key = new Key(account, transaction, earned.lineNo());
    this.lotId = lot.id();
    this.quantity = earned.quantity();
    this.points = earned.points();
  }

  /**
   * Notes that pieces came back.
   *
   * @return the points that they had brought
   * @throws IllegalStateException if more pieces come back than the line had
   */
  long takeBack(int pieces) {
    if (pieces > quantity - returned) {
      throw new IllegalStateException("More comes back than brought points.");
    }
    long before = EarnRules.part(points, returned, quantity);
    returned += pieces;
    return EarnRules.part(points, returned, quantity) - before;
  }

  Key key() {
    return key;
  }

  UUID lotId() {
    return lotId;
  }

  /** Account, transaction and line. */
  @Embeddable
  record Key(
      @Column(name = "account_id") UUID accountId,
      @Column(name = "transaction_id") UUID transactionId,
      @Column(name = "line_no") int lineNo)
      implements Serializable {}
}
