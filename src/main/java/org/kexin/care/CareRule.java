package org.kexin.care;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.consent.ConsentChannel;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * When to care for customers. Never changes but for its end, once, and for how far the job came
 * with it, which only goes forward.
 */
@Entity
@Table(name = "care_rule")
class CareRule {

  @Id private UUID id;

  @Column(name = "name")
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", columnDefinition = "varchar(30)")
  private CareKind kind;

  @Column(name = "days")
  private @Nullable Integer days;

  @Column(name = "product_id")
  private @Nullable UUID productId;

  @Column(name = "lead_days")
  private int leadDays;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel", columnDefinition = "varchar(10)")
  private ConsentChannel channel;

  @Column(name = "zone")
  private String zone;

  @Column(name = "instructions")
  private String instructions;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "ended_by")
  private @Nullable String endedBy;

  @Column(name = "next_day")
  private LocalDate nextDay;

  @Column(name = "cursor_id")
  private @Nullable UUID cursor;

  @Column(name = "skipped_days")
  private int skippedDays;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected CareRule() {}

  CareRule(UUID id, NewCareRule document, Instant at, String by) {
    this.id = id;
    this.name = document.name();
    this.kind = document.kind();
    this.days = document.days();
    this.productId = document.productId();
    this.leadDays = document.leadDays();
    this.channel = document.channel();
    this.zone = document.zone();
    this.instructions = document.instructions();
    this.createdAt = at;
    this.createdBy = by;
    this.nextDay = LocalDate.ofInstant(at, ZoneId.of(zone));
  }

  /**
   * Ends it: no tasks are made any more.
   *
   * @throws ProblemException {@code transition-refused} if it has ended
   */
  void end(Instant at, String by) {
    if (endedAt != null) {
      throw new ProblemException(ProblemCode.TRANSITION_REFUSED, "The rule has ended already.");
    }
    endedAt = at;
    endedBy = by;
  }

  /**
   * The day to work on now, if there is one. Days that lie further back than is made up for are
   * left out, and counted.
   *
   * @param longestDelay days that are made up for after an outage
   */
  @Nullable LocalDate dayToWorkOn(Instant now, int longestDelay) {
    LocalDate today = LocalDate.ofInstant(now, ZoneId.of(zone));
    LocalDate earliest = today.minusDays(longestDelay);
    if (nextDay.isBefore(earliest)) {
      skippedDays += (int) ChronoUnit.DAYS.between(nextDay, earliest);
      nextDay = earliest;
      cursor = null;
    }
    return nextDay.isAfter(today) ? null : nextDay;
  }

  /** Notes that all up to this one were looked at. */
  void cameTo(UUID last) {
    cursor = last;
  }

  /** Notes that the day was looked at to its end. */
  void endedDay() {
    nextDay = nextDay.plusDays(1);
    cursor = null;
  }

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  CareKind kind() {
    return kind;
  }

  @Nullable Integer days() {
    return days;
  }

  /** Days of a kind that counts them. */
  int daysCounted() {
    return Objects.requireNonNull(days);
  }

  @Nullable UUID productId() {
    return productId;
  }

  int leadDays() {
    return leadDays;
  }

  ConsentChannel channel() {
    return channel;
  }

  ZoneId zone() {
    return ZoneId.of(zone);
  }

  String instructions() {
    return instructions;
  }

  Instant createdAt() {
    return createdAt;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  LocalDate nextDay() {
    return nextDay;
  }

  @Nullable UUID cursor() {
    return cursor;
  }

  int skippedDays() {
    return skippedDays;
  }

  long version() {
    return version;
  }
}
