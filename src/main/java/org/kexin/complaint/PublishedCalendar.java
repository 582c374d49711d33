package org.kexin.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A version of a calendar. Invariant: it never changes. */
@Entity
@Immutable
@Table(name = "business_calendar")
class PublishedCalendar {

  @Id private UUID id;

  @Column(name = "code")
  private String code;

  @Column(name = "version")
  private int version;

  @Column(name = "document")
  private String document;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by")
  private String publishedBy;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected PublishedCalendar() {}

  PublishedCalendar(UUID id, String code, int version, String document, Instant at, String by) {
    this.id = id;
    this.code = code;
    this.version = version;
    this.document = document;
    this.publishedAt = at;
    this.publishedBy = by;
  }

  UUID id() {
    return id;
  }

  String code() {
    return code;
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
