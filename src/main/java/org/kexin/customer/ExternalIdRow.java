package org.kexin.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** Whose an external id is; the primary key makes it unique among live customers. */
@Entity
@Table(name = "customer_external_id")
class ExternalIdRow {

  @EmbeddedId private Key key;

  @Column(name = "customer_id")
  private UUID customerId;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected ExternalIdRow() {}

  ExternalIdRow(ExternalId externalId, UUID customerId) {
    this.key = new Key(externalId.source(), externalId.value());
    this.customerId = customerId;
  }

  Key key() {
    return key;
  }

  UUID customerId() {
    return customerId;
  }

  /** Source and value. */
  @Embeddable
  record Key(@Column(name = "source") String source, @Column(name = "value") String value)
      implements Serializable {}
}
