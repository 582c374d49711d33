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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.transaction.SalesDirectory;

/** Goods of an order on their way. States follow each other as {@link DeliveryState} says. */
@Entity
@Table(name = "delivery")
class Delivery {

  @Id private UUID id;

  @Column(name = "transaction_id")
  private UUID transactionId;

  @Column(name = "customer_id")
  private @Nullable UUID customerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "state", columnDefinition = "varchar(10)")
  private DeliveryState state;

  @Column(name = "carrier")
  private String carrier;

  @Column(name = "tracking_number")
  private @Nullable String trackingNumber;

  @Column(name = "shipped_at")
  private Instant shippedAt;

  @Column(name = "expected_on")
  private @Nullable LocalDate expectedOn;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "reason", columnDefinition = "varchar(20)")
  private @Nullable FailureReason reason;

  @Embedded private @Nullable Rating rating;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Delivery() {}

  Delivery(UUID id, SalesDirectory.Sale order, NewDelivery document, Instant at) {
    this.id = id;
    this.transactionId = order.id();
    this.customerId = order.customerId();
    this.state = DeliveryState.SHIPPED;
    this.carrier = document.carrier();
    this.trackingNumber = document.trackingNumber();
    this.shippedAt = document.shippedAt().truncatedTo(ChronoUnit.MICROS);
    this.expectedOn = document.expectedOn();
    this.recordedAt = at;
  }

  /**
   * Says what became of it.
   *
   * @throws ProblemException {@code transition-refused} if that cannot follow its state
   */
  void become(NewDeliveryOutcome document) {
    if (!state.next().contains(document.state())) {
      throw new ProblemException(
          ProblemCode.TRANSITION_REFUSED,
          "A delivery that is %s does not become %s.".formatted(state, document.state()));
    }
    state = document.state();
    endedAt = document.at().truncatedTo(ChronoUnit.MICROS);
    reason = document.reason();
  }

  /**
   * Takes the customer's rating.
   *
   * @throws ProblemException {@code transition-refused} if it has not ended, {@code already-rated}
   *     if it was rated before
   */
  void rate(Rating given) {
    if (!state.next().isEmpty()) {
      throw new ProblemException(
          ProblemCode.TRANSITION_REFUSED, "A delivery is rated once it has ended.");
    }
    if (rating != null) {
      throw new ProblemException(ProblemCode.ALREADY_RATED, "A rating is given once.");
    }
    rating = given;
  }

  UUID id() {
    return id;
  }

  UUID transactionId() {
    return transactionId;
  }

  @Nullable UUID customerId() {
    return customerId;
  }

  DeliveryState state() {
    return state;
  }

  String carrier() {
    return carrier;
  }

  @Nullable String trackingNumber() {
    return trackingNumber;
  }

  Instant shippedAt() {
    return shippedAt;
  }

  @Nullable LocalDate expectedOn() {
    return expectedOn;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  @Nullable FailureReason reason() {
    return reason;
  }

  @Nullable Rating rating() {
    return rating;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  long version() {
    return version;
  }
}
