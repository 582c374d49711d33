package org.kexin.loyalty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A programme that customers can join. Invariant: its code never changes. */
@Entity
@Table(name = "loyalty_programme")
class LoyaltyProgramme {

  @Id private UUID id;

  @Column(name = "code")
  private String code;

  @Column(name = "name")
  private String name;

  @Column(name = "terms_number")
  private int termsNumber;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected LoyaltyProgramme() {}

  LoyaltyProgramme(UUID id, NewLoyaltyProgramme document, Instant at, String by) {
    this.id = id;
    this.code = document.code();
    this.name = document.name();
    this.termsNumber = 1;
    this.createdAt = at;
    this.createdBy = by;
  }

  /** Lets other terms hold from now on, and gives their number. */
  int promiseAnew() {
    return ++termsNumber;
  }

  UUID id() {
    return id;
  }

  String code() {
    return code;
  }

  String name() {
    return name;
  }

  int termsNumber() {
    return termsNumber;
  }

  Instant createdAt() {
    return createdAt;
  }

  long version() {
    return version;
  }
}
