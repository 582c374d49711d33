package org.kexin.loyalty;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.kexin.shared.JsonColumn;

/** One version of a programme's terms. Invariant: it never changes. */
@Entity
@Immutable
@Table(name = "loyalty_terms")
class PublishedTerms {

  @EmbeddedId private Key key;

  @Convert(converter = AsJson.class)
  @Column(name = "terms")
  private ProgrammeTerms terms;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by")
  private String publishedBy;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected PublishedTerms() {}

  PublishedTerms(UUID programme, int number, ProgrammeTerms terms, Instant at, String by) {
    this.key = new Key(programme, number);
    this.terms = terms;
    this.publishedAt = at;
    this.publishedBy = by;
  }

  UUID programmeId() {
    return key.programmeId();
  }

  int number() {
    return key.number();
  }

  ProgrammeTerms terms() {
    return terms;
  }

  Instant publishedAt() {
    return publishedAt;
  }

  /** The programme and the number of the version, from 1. */
  @Embeddable
  record Key(@Column(name = "programme_id") UUID programmeId, @Column(name = "number") int number)
      implements Serializable {}

  @Converter
  static final class AsJson extends JsonColumn<ProgrammeTerms> {
    AsJson() {
      super(new TypeReference<>() {});
    }
  }
}
