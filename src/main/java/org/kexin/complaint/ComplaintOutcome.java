package org.kexin.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * What came of a complaint, in the columns of its row. A rating belongs to one settlement and is
 * gone when the complaint is reopened; what the customer got stays known.
 */
@Embeddable
class ComplaintOutcome {

  @Enumerated(EnumType.STRING)
  @Column(name = "compensation_kind", columnDefinition = "varchar(20)")
  private @Nullable CompensationKind kind;

  @Column(name = "compensation_amount")
  private @Nullable BigDecimal amount;

  @Column(name = "compensation_currency")
  private @Nullable Currency currency;

  @Column(name = "resolved_at")
  private @Nullable Instant resolvedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "rating")
  private @Nullable Integer rating;

  @Column(name = "reopen_count")
  private int reopenCount;

  void resolve(ComplaintResolution resolution, Instant at) {
    Money worth = resolution.compensation();
    kind = resolution.compensationKind();
    amount = worth == null ? null : worth.amount();
    currency = worth == null ? null : worth.currency();
    resolvedAt = at;
  }

  void close(Instant at) {
    closedAt = at;
  }

  void reopen() {
    reopenCount++;
    resolvedAt = null;
    closedAt = null;
    rating = null;
  }

  /**
   * @throws ProblemException {@code already-rated} if this settlement is
   */
  void rate(int score) {
    if (rating != null) {
      throw new ProblemException(
          ProblemCode.ALREADY_RATED,
          "This outcome is rated; a complaint that is reopened can be rated anew once settled.");
    }
    rating = score;
  }

  @Nullable CompensationKind compensationKind() {
    return kind;
  }

  @Nullable Money compensation() {
    return amount == null || currency == null ? null : new Money(amount, currency);
  }

  @Nullable Instant resolvedAt() {
    return resolvedAt;
  }

  @Nullable Instant closedAt() {
    return closedAt;
  }

  @Nullable Integer rating() {
    return rating;
  }

  int reopenCount() {
    return reopenCount;
  }
}
