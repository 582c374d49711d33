package org.kexin.loyalty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
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
import org.kexin.shared.http.JsonSettings;

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

  /**
   * Unlike requests, rows may hold members that a newer version of the service wrote: during a
   * rolling update they are read, not refused.
   */
  @Converter
  static final class AsJson implements AttributeConverter<ProgrammeTerms, String> {

    private static final ObjectMapper MAPPER =
        JsonSettings.apply(new ObjectMapper().registerModule(new JavaTimeModule()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Override
    public String convertToDatabaseColumn(ProgrammeTerms terms) {
      try {
        return MAPPER.writeValueAsString(terms);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Terms cannot be written as JSON.", e);
      }
    }

    @Override
    public ProgrammeTerms convertToEntityAttribute(String json) {
      try {
        return MAPPER.readValue(json, ProgrammeTerms.class);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Terms cannot be read as JSON.", e);
      }
    }
  }
}
