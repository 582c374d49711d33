package org.kexin.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kexin.shared.Money;

/**
 * Histories of an account: does each step to the account under test and to the model, and compares
 * the two after each.
 */
final class Histories {

  /** Long after the present, so that no job finds anything due. */
  static final Instant START = Instant.parse("2126-01-31T00:00:00Z");

  private static final int LONGEST_LEAP_DAYS = 25;

  private Histories() {}

  /**
   * One step; what it is about is chosen by the numbers among what there is.
   *
   * @param what 0..99
   */
  record Step(int what, int one, int other) {}

  /** An account under test. */
  interface Subject {
    void order(int order, Instant at, List<PointByPoint.Bought> lines, Instant now);

    void giveBack(int order, int line, int pieces, Instant now);

    boolean spend(int spending, long points, Instant now);

    void rollBack(int spending, Instant now);

    boolean adjust(long points, Instant now);

    void settle(Instant now);

    void close(Instant now);

    /** What it is said to hold, and what its entries sum up to. */
    Picture picture();
  }

  /**
   * An account as it is written down.
   *
   * @param buckets sums of the entries
   * @param available by the end of their time
   */
  record Picture(
      Map<PointsBucket, Long> buckets,
      long pendingColumn,
      long availableColumn,
      long owedColumn,
      Map<Instant, Long> pending,
      Map<Instant, Long> available) {}

  /** Rules that {@link PointByPoint} knows: they are written there once more. */
  static ProgrammeTerms terms(SpentPointsRule spent, int pendingDays) {
    return new ProgrammeTerms(
        1,
        pendingDays,
        spent,
        365,
        List.of(),
        List.of(
            new EarnRule(
                EarnRuleKind.QUANTITY, 3, null, null, null, List.of(), List.of(), null, null),
            new EarnRule(
                EarnRuleKind.AMOUNT,
                1,
                Money.of("7.00", "CNY"),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null),
            new EarnRule(
                EarnRuleKind.FREQUENCY, 10, null, 3, 20, List.of(), List.of(), null, null)),
        null);
  }

  static BigDecimal price(PointByPoint.Bought line) {
    return BigDecimal.valueOf(line.cents(), 2);
  }

  /** Runs a history; gives what happened how often. */
  static Map<String, Integer> run(List<Step> steps, ProgrammeTerms terms, Subject subject) {
    PointByPoint model = new PointByPoint(terms);
    Map<String, Integer> happened = new HashMap<>();
    List<Integer> linesOf = new ArrayList<>();
    int spendings = 0;
    Instant now = START;
    for (Step step : steps) {
      int before = happened.values().stream().mapToInt(Integer::intValue).sum();
      // No two lots end at one moment, or their order would be by chance.
      now = now.plusSeconds(1);
      if (step.what() < 30) {
        Instant at = now.minus(Duration.ofHours(step.one() % 10 == 0 ? step.other() % 900 : 0));
        List<PointByPoint.Bought> lines = new ArrayList<>();
        for (int i = 0; i <= step.one() % 3; i++) {
          lines.add(
              new PointByPoint.Bought(
                  1 + (step.one() / 3 + i) % 7, 1 + (step.other() / (i + 1)) % 2_000));
        }
        subject.order(linesOf.size(), at, lines, now);
        model.order(at, lines, now);
        linesOf.add(lines.size());
        happened.merge("order", 1, Integer::sum);
      } else if (step.what() < 50 && !linesOf.isEmpty()) {
        int order = step.one() % linesOf.size();
        int line = step.other() % linesOf.get(order);
        int left = model.left(order, line);
        if (left > 0) {
          int pieces = 1 + step.other() % left;
          subject.giveBack(order, line, pieces, now);
          model.giveBack(order, line, pieces, now);
          happened.merge("return", 1, Integer::sum);
        }
      } else if (step.what() < 70) {
        long points = 1L + step.one() % 60;
        boolean spent = model.spend(spendings, points, now);
        assertThat(subject.spend(spendings, points, now)).as("spent").isEqualTo(spent);
        spendings++;
        happened.merge(spent ? "spending" : "refusal", 1, Integer::sum);
      } else if (step.what() < 78) {
        int spending = spendings == 0 ? 0 : step.one() % spendings;
        if (model.stands(spending)) {
          subject.rollBack(spending, now);
          model.rollBack(spending, now);
          happened.merge("roll-back", 1, Integer::sum);
        }
      } else if (step.what() < 84) {
        long size = 1L + step.other() % 20;
        long points = step.one() % 2 == 0 ? size : -size;
        boolean adjusted = model.adjust(points, now);
        assertThat(subject.adjust(points, now)).as("adjusted").isEqualTo(adjusted);
        happened.merge("adjustment", 1, Integer::sum);
      } else if (step.what() < 87) {
        subject.settle(now);
        happened.merge("job", 1, Integer::sum);
      } else {
        now = now.plus(Duration.ofHours(step.one() % (24 * LONGEST_LEAP_DAYS)));
        happened.merge("leap", 1, Integer::sum);
        continue;
      }
      if (happened.values().stream().mapToInt(Integer::intValue).sum() > before) {
        compare(model, subject, now);
      }
    }
    subject.settle(now);
    compare(model, subject, now);
    if (steps.size() % 2 == 0) {
      subject.close(now);
      model.close(now);
      compare(model, subject, now);
      assertThat(subject.picture().availableColumn() + subject.picture().pendingColumn()).isZero();
    }
    model.buckets().forEach((bucket, points) -> note(happened, bucket, points));
    return happened;
  }

  private static void note(Map<String, Integer> happened, PointsBucket bucket, long points) {
    if (points != 0) {
      happened.merge(bucket.name(), 1, Integer::sum);
    }
  }

  /** The ledger may be late with what time does; the model never is. */
  private static void compare(PointByPoint model, Subject subject, Instant now) {
    model.until(now);
    Picture picture = subject.picture();
    Map<PointsBucket, Long> buckets = picture.buckets();
    assertThat(buckets.values().stream().mapToLong(Long::longValue).sum()).isZero();
    assertThat(buckets).isEqualTo(model.buckets());
    assertThat(picture.pendingColumn()).isEqualTo(buckets.get(PointsBucket.PENDING));
    assertThat(picture.availableColumn())
        .isEqualTo(buckets.get(PointsBucket.AVAILABLE))
        .isNotNegative();
    assertThat(-picture.owedColumn()).isEqualTo(buckets.get(PointsBucket.OWED));
    assertThat(picture.pending()).isEqualTo(model.pendingByEnd());
    assertThat(picture.available()).isEqualTo(model.availableByEnd());
  }
}
