package org.kexin.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A version of the policy. Invariant: it never changes. */
@Entity
@Immutable
@Table(name = "complaint_policy")
class PublishedPolicy {

  @Id private UUID id;

  @Column(name = "calendar")
  private String calendar;

  @Column(name = "version")
  private int version;

  @Column(name = "document")
  private String document;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by")
  private String publishedBy;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected PublishedPolicy() {}

  PublishedPolicy(UUID id, int version, String calendar, String document, Instant at, String by) {
    this.id = id;
    this.calendar = calendar;
    this.version = version;
    this.document = document;
    this.publishedAt = at;
    this.publishedBy = by;
  }

  UUID id() {
    return id;
  }

  String calendar() {
    return calendar;
  }

  int version() {
    return version;
  }

  String document() {
    return document;
  }

  Instant publishedAt() {
    return publishedAt;
  }

  String publishedBy() {
    return publishedBy;
  }
}
