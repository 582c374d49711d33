package org.kexin.analysis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A moment up to which sales count for those who may not see individuals; the last one holds. */
@Entity
@Table(name = "analysis_cut")
class AnalysisCut {

  @Id private int number;

  @Column(name = "known_at")
  private Instant knownAt;

  @Column(name = "made_at")
  private Instant madeAt;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected AnalysisCut() {}

  /**
   * @param number one more than that of the cut before
   * @param knownAt when the newest sale that counts came to be known
   */
  AnalysisCut(int number, Instant knownAt, Instant madeAt) {
    this.number = number;
    this.knownAt = knownAt;
    this.madeAt = madeAt;
  }

  int number() {
    return number;
  }

  Instant knownAt() {
    return knownAt;
  }

  Instant madeAt() {
    return madeAt;
  }
}
