package org.kexin.shared.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was answered to a request, so that its repetition gets the same. */
@Entity
@Table(name = "idempotency_key")
class RememberedAnswer {

  @Id private UUID id;

  @Column(name = "key_hash")
  private byte[] keyHash;

  @Column(name = "fingerprint")
  private byte[] fingerprint;

  @Column(name = "answer")
  private @Nullable String answer;

  @Column(name = "created_at")
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected RememberedAnswer() {}

  RememberedAnswer(UUID id, byte[] keyHash, byte[] fingerprint, Instant createdAt) {
    this.id = id;
    this.keyHash = keyHash.clone();
    this.fingerprint = fingerprint.clone();
    this.createdAt = createdAt;
  }

  boolean isOf(byte[] otherFingerprint) {
    return Arrays.equals(fingerprint, otherFingerprint);
  }

  void keep(String receipt) {
    answer = receipt;
  }

  String answer() {
    // Claim and answer commit together, so nobody else ever sees a claim without its answer.
    return Objects.requireNonNull(answer);
  }
}
