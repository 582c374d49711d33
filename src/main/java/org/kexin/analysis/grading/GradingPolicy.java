package org.kexin.analysis.grading;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.kexin.customer.Kind;
import org.kexin.shared.JsonColumn;

/** A version of the policy of one kind of customers. Invariant: it never changes. */
@Entity
@Immutable
@Table(name = "grading_policy")
class GradingPolicy {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", columnDefinition = "varchar(20)")
  private Kind kind;

  @Column(name = "number")
  private int number;

  @Convert(converter = AsJson.class)
  @Column(name = "terms")
  private PolicyTerms terms;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by")
  private String publishedBy;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected GradingPolicy() {}

  GradingPolicy(UUID id, NewGradingPolicy document, int number, Instant at, String by) {
    this.id = id;
    this.kind = document.kind();
    this.number = number;
    this.terms = document.terms();
    this.publishedAt = at;
    this.publishedBy = by;
  }

  GradingPolicyView view() {
    return new GradingPolicyView(id, kind, number, terms, publishedAt);
  }

  @Converter
  static final class AsJson extends JsonColumn<PolicyTerms> {
    AsJson() {
      super(new TypeReference<>() {});
    }
  }
}
