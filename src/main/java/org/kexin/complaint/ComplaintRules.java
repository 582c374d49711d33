package org.kexin.complaint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Money;

/** What is wrong with documents about complaints beyond their form. Pure. */
final class ComplaintRules {

  /** How long ago a complaint may have come that is recorded now. */
  static final Duration OLDEST = Duration.ofDays(366);

  /** How long an answer of the customer may be waited for. */
  static final Duration LONGEST_WAIT = Duration.ofDays(90);

  private ComplaintRules() {}

  static List<FieldProblem> ofNew(@Nullable UUID id, @Nullable Instant receivedAt, Instant now) {
    List<FieldProblem> problems = new ArrayList<>();
    if (id != null && !Ids.isVersion7(id)) {
      problems.add(
          new FieldProblem(
              "/id", "id-invalid", "Make ids as UUID version 7, or leave the member out."));
    }
    if (receivedAt != null && (receivedAt.isAfter(now) || receivedAt.isBefore(now.minus(OLDEST)))) {
      problems.add(
          new FieldProblem(
              "/receivedAt", "out-of-range", "It came at this moment or up to 366 days earlier."));
    }
    return problems;
  }

  static List<FieldProblem> ofWait(@Nullable Instant until, Instant now) {
    return until == null || (until.isAfter(now) && !until.isAfter(now.plus(LONGEST_WAIT)))
        ? List.of()
        : List.of(
            new FieldProblem("/until", "out-of-range", "Wait until a moment of the next 90 days."));
  }

  static List<FieldProblem> ofCompensation(@Nullable CompensationKind kind, @Nullable Money worth) {
    if (worth == null) {
      return List.of();
    }
    if (kind == CompensationKind.NONE || kind == CompensationKind.APOLOGY) {
      return List.of(
          new FieldProblem(
              "/compensation", "not-for-this-kind", "This kind of compensation is no money."));
    }
    return worth.amount().signum() > 0
        ? List.of()
        : List.of(
            new FieldProblem(
                "/compensation/amount", "not-positive", "A compensation is worth something."));
  }
}
