package org.kexin.promotion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.kexin.consent.ConsentChannel;

/** That somebody was approached. Never changes. */
@Entity
@Table(name = "promotion_contact")
class Contact {

  @Id private UUID id;

  @Column(name = "promotion_id")
  private UUID promotionId;

  @Column(name = "customer_id")
  private UUID customerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel", columnDefinition = "varchar(10)")
  private ConsentChannel channel;

  @Column(name = "contacted_at")
  private Instant contactedAt;

  @Column(name = "staff")
  private String staff;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Contact() {}

  /**
   * @param contactedAt to the minute
   */
  Contact(
      UUID id,
      UUID promotionId,
      UUID customerId,
      ConsentChannel channel,
      Instant contactedAt,
      String staff,
      Instant recordedAt) {
    this.id = id;
    this.promotionId = promotionId;
    this.customerId = customerId;
    this.channel = channel;
    this.contactedAt = contactedAt;
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

  ConsentChannel channel() {
    return channel;
  }

  Instant contactedAt() {
    return contactedAt;
  }

  String staff() {
    return staff;
  }

  /** What two contacts of a promotion never share. */
  Contacts.Key key() {
    return new Contacts.Key(customerId, channel, contactedAt);
  }
}
