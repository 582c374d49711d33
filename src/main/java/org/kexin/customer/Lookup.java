package org.kexin.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One blind index row: a customer can be found by a value without the value standing here. */
@Entity
@Table(name = "customer_lookup")
class Lookup {

  /** What the value is. */
  enum Of {
    PHONE,
    EMAIL,
    DOCUMENT
  }

  @EmbeddedId private Key key;

  /** Which look-up key the fingerprint was made with. */
  @Column(name = "key_name", columnDefinition = "char(8)")
  private String keyName;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Lookup() {}

  Lookup(Of kind, byte[] fingerprint, UUID customerId, String keyName) {
    this.key = new Key(kind, fingerprint, customerId);
    this.keyName = keyName;
  }

  Key key() {
    return key;
  }

  /** Primary key: the range of one fingerprint holds all its customers. */
  @Embeddable
  static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", columnDefinition = "varchar(10)")
    private Of kind;

    @Column(name = "fingerprint")
    private byte[] fingerprint;

    @Column(name = "customer_id")
    private UUID customerId;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Key() {}

    byte[] fingerprint() {
      return fingerprint.clone();
    }

    Key(Of kind, byte[] fingerprint, UUID customerId) {
      this.kind = kind;
      this.fingerprint = fingerprint.clone();
      this.customerId = customerId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && kind == key.kind
          && Arrays.equals(fingerprint, key.fingerprint)
          && customerId.equals(key.customerId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(kind, Arrays.hashCode(fingerprint), customerId);
    }
  }
}
