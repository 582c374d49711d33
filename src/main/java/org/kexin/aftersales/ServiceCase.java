package org.kexin.aftersales;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/** Service after the sale: open, then ended once, then rated once. */
@Entity
@Table(name = "service_case")
class ServiceCase {

  @Id private UUID id;

  @Column(name = "customer_id")
  private UUID customerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", columnDefinition = "varchar(20)")
  private CaseKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "state", columnDefinition = "varchar(10)")
  private CaseState state;

  @Column(name = "transaction_id")
  private @Nullable UUID transactionId;

  @Column(name = "product_id")
  private @Nullable UUID productId;

  @Column(name = "problem")
  private String problem;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "opened_by")
  private String openedBy;

  @Column(name = "result")
  private @Nullable String result;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "ended_by")
  private @Nullable String endedBy;

  @Embedded private @Nullable Rating rating;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected ServiceCase() {}

  ServiceCase(UUID id, NewServiceCase document, Instant at, String by) {
    this.id = id;
    this.customerId = document.customerId();
    this.kind = document.kind();
    this.state = CaseState.OPEN;
    this.transactionId = document.transactionId();
    this.productId = document.productId();
    this.problem = document.problem();
    this.openedAt = at;
    this.openedBy = by;
  }

  /**
   * Says what was done.
   *
   * @throws ProblemException {@code transition-refused} if it has ended, or would stay open
   */
  void end(NewCaseResult document, Instant at, String by) {
    if (state != CaseState.OPEN || document.state() == CaseState.OPEN) {
      throw new ProblemException(
          ProblemCode.TRANSITION_REFUSED,
          "A service case that is %s does not become %s.".formatted(state, document.state()));
    }
    state = document.state();
    result = document.result();
    endedAt = at;
    endedBy = by;
  }

  /**
   * Takes the customer's rating.
   *
   * @throws ProblemException {@code transition-refused} if it has not ended, {@code already-rated}
   *     if it was rated before
   */
  void rate(Rating given) {
    if (state == CaseState.OPEN) {
      throw new ProblemException(
          ProblemCode.TRANSITION_REFUSED, "Service is rated once it has ended.");
    }
    if (rating != null) {
      throw new ProblemException(ProblemCode.ALREADY_RATED, "A rating is given once.");
    }
    rating = given;
  }

  UUID id() {
    return id;
  }

  UUID customerId() {
    return customerId;
  }

  CaseKind kind() {
    return kind;
  }

  CaseState state() {
    return state;
  }

  @Nullable UUID transactionId() {
    return transactionId;
  }

  @Nullable UUID productId() {
    return productId;
  }

  String problem() {
    return problem;
  }

  Instant openedAt() {
    return openedAt;
  }

  @Nullable String result() {
    return result;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  @Nullable Rating rating() {
    return rating;
  }

  long version() {
    return version;
  }
}
