package org.kexin.encryption;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The row of a data key. */
@Entity
@Table(name = "data_key")
class WrappedKey {

  @Id private UUID owner;

  @Column(name = "wrapped")
  private byte[] wrapped;

  @Column(name = "wrapped_by", columnDefinition = "char(8)")
  private String wrappedBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected WrappedKey() {}

  WrappedKey(UUID owner, byte[] wrapped, String wrappedBy, Instant createdAt) {
    this.owner = owner;
    this.wrapped = wrapped.clone();
    this.wrappedBy = wrappedBy;
    this.createdAt = createdAt;
  }

  UUID owner() {
    return owner;
  }

  byte[] wrapped() {
    return wrapped.clone();
  }

  /** The same key under another key-encryption key. */
  void rewrap(byte[] anew, String by) {
    wrapped = anew.clone();
    wrappedBy = by;
  }
}
