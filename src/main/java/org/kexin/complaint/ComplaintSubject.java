package org.kexin.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a complaint is about, in the columns of its row; the description sealed. */
@Embeddable
class ComplaintSubject {

  @Enumerated(EnumType.STRING)
  @Column(name = "channel", columnDefinition = "varchar(20)")
  private ComplaintChannel channel;

  @Column(name = "category_id")
  private UUID categoryId;

  @Column(name = "product_id")
  private @Nullable UUID productId;

  @Column(name = "transaction_id")
  private @Nullable UUID transactionId;

  @Column(name = "cause")
  private @Nullable String cause;

  @Column(name = "description")
  private byte @Nullable [] description;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected ComplaintSubject() {}

  /**
   * @param sealedDescription under the key of the customer
   */
  ComplaintSubject(ComplaintFacts facts, byte @Nullable [] sealedDescription) {
    channel = facts.channel();
    categoryId = facts.categoryId();
    productId = facts.productId();
    transactionId = facts.transactionId();
    cause = facts.cause();
    description = sealedDescription;
  }

  /** The cause turned out to be that. */
  void found(String because) {
    cause = because;
  }

  /** What a merge patch changes. */
  ComplaintFacts facts(String openDescription) {
    return new ComplaintFacts(
        channel, categoryId, productId, transactionId, cause, openDescription);
  }

  byte @Nullable [] sealedDescription() {
    return description;
  }
}
