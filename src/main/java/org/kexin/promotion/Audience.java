package org.kexin.promotion;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A saved filter over customers. Never changes: whoever wants another one saves another one. */
@Entity
@Table(name = "audience")
class Audience {

  @Id private UUID id;

  @Column(name = "name")
  private String name;

  @Convert(converter = JsonColumns.OfCriteria.class)
  @Column(name = "criteria")
  private AudienceCriteria criteria;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Audience() {}

  Audience(UUID id, NewAudience document, Instant at, String by) {
    this.id = id;
    this.name = document.name();
    this.criteria = document.criteria();
    this.createdAt = at;
    this.createdBy = by;
  }

  AudienceCriteria criteria() {
    return criteria;
  }

  AudienceView view() {
    return new AudienceView(id, name, criteria, criteria.profiles(), createdAt);
  }
}
