package org.kexin.analysis.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.About;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.complaint.ComplaintRow;
import org.kexin.complaint.Severity;

/** Complaints of twelve months, made by hand: each customer complains once. */
class ComplaintFindingsTest {

  private static final ZoneId ZONE = ZoneOffset.UTC;
  private static final ComplaintQuestion BY_CAUSE =
      new ComplaintQuestion(null, null, ComplaintQuestion.By.CAUSE, TrendPeriod.MONTH);
  private static final SmallGroups ALL = new SmallGroups(true, 10);
  private static final SmallGroups GROUPS_ONLY = new SmallGroups(false, 3);

  private final ComplaintTally counted = new ComplaintTally(10);
  private final Exposure exposure = new Exposure(TrendPeriod.MONTH, 10);
  private int customers;

  private void complained(int month, String cause, int times) {
    complained(month, cause, times, null, null);
  }

  private void complained(
      int month, String cause, int times, @Nullable Integer hours, @Nullable Integer rating) {
    for (int i = 0; i < times; i++) {
      Instant received = Instant.parse("2025-%02d-05T08:00:00Z".formatted(month));
      counted.add(
          new ComplaintRow(
              new UUID(0, ++customers),
              new UUID(1, 1),
              cause,
              null,
              Severity.NORMAL,
              rating,
              0,
              received,
              received,
              hours == null ? null : received.plusSeconds(3_600L * hours)),
          cause,
          LocalDate.of(2025, month, 1));
    }
  }

  private void sold(int month, int orders) {
    for (int i = 0; i < orders; i++) {
      exposure.add(new Sale<>(new UUID(2, i), LocalDate.of(2025, month, 3), BigDecimal.TEN, 1, 1));
    }
  }

  private ComplaintAnalysisView view(SmallGroups groups, Map<String, Long> pieces) {
    return new ComplaintFindings(BY_CAUSE, counted, exposure, pieces, groups, ZONE)
        .view(
            new About(
                "m",
                "1",
                new TreeMap<>(),
                new About.Window(null, null),
                null,
                null,
                null,
                List.of()));
  }

  @Test
  void theVitalFewAreTheSmallestNumberOfCausesThatMakeEightyPercent() {
    complained(1, "dent", 5);
    complained(1, "late", 3);
    complained(1, "loud", 1);
    complained(1, "dull", 1);

    List<ComplaintAnalysisView.Group> groups = view(ALL, Map.of("late", 600L)).groups();

    assertThat(groups)
        .extracting(ComplaintAnalysisView.Group::name)
        .containsExactly("dent", "late", "dull", "loud");
    assertThat(groups)
        .extracting(ComplaintAnalysisView.Group::vitalFew)
        .containsExactly(true, true, false, false);
    assertThat(groups)
        .extracting(ComplaintAnalysisView.Group::cumulativeShare)
        .containsExactly(0.5, 0.8, 0.9, 1.0);
    assertThat(groups.get(1).perThousandSold()).isEqualTo(5.0);
  }

  @Test
  void aCauseOfFewAndTheSmallestOtherAreHeldBackWithAllShareSumsBehindThem() {
    complained(1, "dent", 9);
    complained(1, "late", 5);
    complained(1, "loud", 4);
    complained(1, "dull", 2);

    List<ComplaintAnalysisView.Group> groups = view(GROUPS_ONLY, Map.of()).groups();

    assertThat(groups)
        .extracting(ComplaintAnalysisView.Group::complaints)
        .containsExactly(9L, 5L, null, null);
    assertThat(groups)
        .extracting(ComplaintAnalysisView.Group::cumulativeShare)
        .containsExactly(0.45, 0.7, null, null);
    assertThat(groups).extracting(ComplaintAnalysisView.Group::warning).containsOnlyNulls();
  }

  /** u = 24 / 3.2 = 7.5 for each thousand orders, ± 3 √(7.5 / 0.8) = 9.1856 at 800 orders. */
  @Test
  void aMonthIsComparedWithItsOwnLimitsAndOneThatHasNotEndedWithNone() {
    for (int month = 1; month <= 3; month++) {
      complained(month, "dent", 2);
      sold(month, 800);
    }
    complained(4, "dent", 18);
    sold(4, 800);
    complained(5, "dent", 1);
    sold(5, 100);

    ComplaintAnalysisView.Trend trend = view(ALL, Map.of()).trend();

    assertThat(trend.chart()).isEqualTo("u");
    assertThat(trend.centre()).isEqualTo(7.5);
    assertThat(trend.points())
        .extracting(ComplaintAnalysisView.Point::value)
        .containsExactly(2.5, 2.5, 2.5, 22.5, null);
    assertThat(trend.points().getFirst().upper()).isCloseTo(16.6856, within(1e-4));
    assertThat(trend.points())
        .extracting(ComplaintAnalysisView.Point::outOfControl)
        .containsExactly(false, false, false, true, false);
    assertThat(trend.points().getLast().complete()).isFalse();
    assertThat(trend.signals())
        .contains(new ComplaintAnalysisView.Signal("WESTERN_ELECTRIC_1", "2025-04", "2025-04"));
  }

  @Test
  void aMonthWithoutComplaintsStaysInTheChartAndWithoutOrdersTheirNumberIsCharted() {
    complained(1, "dent", 4);
    complained(3, "dent", 2);
    complained(4, "dent", 1);

    ComplaintAnalysisView.Trend trend = view(ALL, Map.of()).trend();

    assertThat(trend.chart()).isEqualTo("c");
    assertThat(trend.points())
        .extracting(ComplaintAnalysisView.Point::complaints)
        .containsExactly(4L, 0L, 2L, 1L);
    assertThat(trend.centre()).isEqualTo(2.0);
  }

  @Test
  void timesAreOfThoseResolved() {
    complained(1, "dent", 1, 10, 5);
    complained(1, "dent", 1, 20, null);
    complained(1, "dent", 1, 60, 2);
    complained(1, "dent", 4);

    ComplaintAnalysisView.Resolution resolution = view(ALL, Map.of()).resolution();

    assertThat(resolution.resolved()).isEqualTo(3);
    assertThat(resolution.medianHours()).isEqualTo(20);
    assertThat(resolution.ninetiethPercentileHours()).isCloseTo(52, within(1e-9));
    assertThat(resolution.meanRating()).isEqualTo(3.5);
    assertThat(resolution.reopenedShare()).isZero();
  }

  @Test
  void nothingIsSaidOfNothing() {
    ComplaintAnalysisView view = view(ALL, Map.of());

    assertThat(view.complaints()).isZero();
    assertThat(view.groups()).isEmpty();
    assertThat(view.resolution().medianHours()).isNull();
    assertThat(view.resolution().reason()).isEqualTo("No complaint was resolved.");
    assertThat(view.trend().centre()).isNull();
    assertThat(view.warning().state()).isEqualTo("UNDECIDED");
  }

  @Test
  void timesOfFewAreKeptBack() {
    complained(1, "dent", 2, 10, 5);

    ComplaintAnalysisView.Resolution resolution = view(GROUPS_ONLY, Map.of()).resolution();

    assertThat(resolution.resolved()).isNull();
    assertThat(resolution.medianHours()).isNull();
    assertThat(resolution.reason()).isEqualTo("Fewer than 3 customers are not shown to this role.");
  }
}
