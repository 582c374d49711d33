package org.kexin.consent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.ConsentedUse;
import org.kexin.consent.ConsentingPersons.Capacity;
import org.kexin.shared.FieldProblem;

/**
 * Whether decisions may be recorded. To give takes a notice that exists, evidence that can be found
 * again, and a guardian for a child; to withdraw takes nothing but the word (PIPL article 15).
 */
final class ConsentRules {

  /** How far from now a moment may lie, in days: what lies further is a slip of the pen. */
  private static final long FAR_DAYS = 36_525;

  private ConsentRules() {}

  /**
   * What the rules need to know.
   *
   * @param notices those of the notices named that exist
   */
  record Known(Capacity capacity, Set<UUID> notices, Instant now) {

    /** Keeps the notices fixed. */
    Known {
      notices = Set.copyOf(notices);
    }
  }

  /** All that keeps these decisions from being recorded; empty if nothing does. */
  static List<FieldProblem> check(NewDecisions document, Known known) {
    Findings findings = new Findings();
    for (int i = 0; i < document.decisions().size(); i++) {
      findings.base = "/decisions/" + i;
      check(document.decisions().get(i), known, findings);
    }
    return findings.problems;
  }

  /**
   * When decisions without a time of their own were taken, one a microsecond: now, or just after
   * the newest known. So what is recorded last has the last word, also where the clocks of two pods
   * disagree: a withdrawal right after a consent that a fast clock recorded still takes effect.
   */
  static Instant firstMoment(Instant now, @Nullable Instant newestKnown) {
    return newestKnown == null || newestKnown.isBefore(now)
        ? now
        : newestKnown.plus(1, ChronoUnit.MICROS);
  }

  private static void check(NewDecision decision, Known known, Findings findings) {
    findings.demand(
        decision.channel() == null || decision.use() == ConsentedUse.MARKETING,
        "/channel",
        "channel-not-allowed",
        "Only MARKETING has channels; leave the member out.");
    findings.demand(
        decision.noticeId() == null || known.notices().contains(decision.noticeId()),
        "/noticeId",
        "notice-unknown",
        "Name a notice of GET /v1/privacy/notices.");
    if (decision.verdict() == Verdict.GIVEN) {
      checkGiven(decision, known, findings);
    } else {
      findings.demand(
          decision.decidedAt() == null,
          "/decidedAt",
          "decided-at-not-allowed",
          "A withdrawal counts from when it is recorded; leave the member out.");
      findings.demand(
          decision.validUntil() == null,
          "/validUntil",
          "valid-until-not-allowed",
          "A withdrawal does not end by itself; leave the member out.");
    }
  }

  private static void checkGiven(NewDecision decision, Known known, Findings findings) {
    findings.demand(
        decision.noticeId() != null,
        "/noticeId",
        "notice-needed",
        "Name the notice that the person saw.");
    Evidence evidence = decision.evidence();
    findings.demand(
        evidence != null, "/evidence", "evidence-needed", "Say what proves that it was given.");
    findings.demand(
        evidence == null || evidence.canBeFound(),
        "/evidence/reference",
        "reference-needed",
        "Say where the evidence lies.");
    findings.demand(
        known.capacity() == Capacity.DECIDES_ALONE || decision.givenBy() == GivenBy.GUARDIAN,
        "/givenBy",
        "guardian-needed",
        "For a child under fourteen a parent or other guardian agrees.");
    Instant decidedAt = decision.decidedAt() == null ? known.now() : decision.decidedAt();
    findings.demand(
        !decidedAt.isAfter(known.now()) && isNear(decidedAt, known.now()),
        "/decidedAt",
        "decided-at-impossible",
        "Nobody decided in the future, or a century ago.");
    findings.demand(
        decision.validUntil() == null
            || (decision.validUntil().isAfter(decidedAt)
                && isNear(decision.validUntil(), known.now())),
        "/validUntil",
        "valid-until-impossible",
        "It ends after it was decided, within a century.");
  }

  private static boolean isNear(Instant moment, Instant now) {
    return moment.isAfter(now.minus(FAR_DAYS, ChronoUnit.DAYS))
        && moment.isBefore(now.plus(FAR_DAYS, ChronoUnit.DAYS));
  }

  private static final class Findings {
    private final List<FieldProblem> problems = new ArrayList<>();
    private String base = "";

    void demand(boolean met, String pointer, String code, String detail) {
      if (!met) {
        problems.add(new FieldProblem(base + pointer, code, detail));
      }
    }
  }
}
