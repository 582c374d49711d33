package org.kexin.promotion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How somebody responded. Never changes. */
@Entity
@Table(name = "promotion_response")
class Response {

  @Id private UUID id;

  @Column(name = "promotion_id")
  private UUID promotionId;

  @Column(name = "customer_id")
  private UUID customerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", columnDefinition = "varchar(20)")
  private ResponseKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel", columnDefinition = "varchar(10)")
  private ResponseChannel channel;

  @Column(name = "responded_at")
  private Instant respondedAt;

  @Column(name = "order_id")
  private @Nullable UUID orderId;

  @Column(name = "staff")
  private String staff;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Response() {}

  Response(
      UUID id,
      UUID promotionId,
      NewResponse document,
      Instant respondedAt,
      String staff,
      Instant recordedAt) {
    this.id = id;
    this.promotionId = promotionId;
    this.customerId = document.customerId();
    this.kind = document.kind();
    this.channel = document.channel();
    this.respondedAt = respondedAt;
    this.orderId = document.orderId();
    this.staff = staff;
    this.recordedAt = recordedAt;
  }

  UUID id() {
    return id;
  }

  UUID promotionId() {
    return promotionId;
  }

  UUID customerId() {
    return customerId;
  }

  ResponseKind kind() {
    return kind;
  }

  ResponseChannel channel() {
    return channel;
  }

  Instant respondedAt() {
    return respondedAt;
  }

  @Nullable UUID orderId() {
    return orderId;
  }
}
