package org.kexin.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What analyses knew of a customer until something of it changed. */
@Entity
@Table(name = "customer_fact_past")
class PastFact {

  @EmbeddedId
  @SuppressWarnings("UnusedVariable") // queries name it
  private Key key;

  @Column(name = "until_at")
  private Instant until;

  @Column(name = "source")
  private String source;

  @Column(name = "gender")
  private @Nullable String gender;

  @Column(name = "birth_year", columnDefinition = "char(4)")
  private @Nullable String birthYear;

  @Column(name = "occupation")
  private @Nullable String occupation;

  @Column(name = "income_band")
  private @Nullable String incomeBand;

  @Column(name = "marital_status")
  private @Nullable String maritalStatus;

  @Column(name = "enterprise_size")
  private @Nullable String enterpriseSize;

  @Column(name = "industry")
  private @Nullable String industry;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected PastFact() {}

  /**
   * @param version of the customer with these facts
   * @param until when others came in their place
   */
  PastFact(CustomerFact fact, long version, Instant until) {
    this.key = new Key(fact.id(), version);
    this.until = until;
    this.source = fact.source().name();
    this.gender = fact.gender();
    this.birthYear = fact.birthYear() == null ? null : "%04d".formatted(fact.birthYear());
    this.occupation = fact.occupation();
    this.incomeBand = fact.incomeBand();
    this.maritalStatus = fact.maritalStatus();
    this.enterpriseSize = fact.enterpriseSize();
    this.industry = fact.industry();
  }

  /** As the person's file shows it. */
  PastFacts.Past shown() {
    return new PastFacts.Past(
        until,
        source,
        gender,
        birthYear,
        occupation,
        incomeBand,
        maritalStatus,
        enterpriseSize,
        industry);
  }

  /** A customer, and the version with these facts. */
  @Embeddable
  record Key(@Column(name = "customer_id") UUID customerId, @Column(name = "version") long version)
      implements Serializable {}
}
