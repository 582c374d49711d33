package org.kexin.analysis.complaint;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.Quantiles;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.control.ControlChart;
import org.kexin.analysis.algorithm.control.CountChart;
import org.kexin.analysis.algorithm.control.EarlyWarning;
import org.kexin.analysis.algorithm.control.Pareto;
import org.kexin.analysis.algorithm.control.RunRule;
import org.kexin.analysis.algorithm.control.Subgroup;

/** Counts of complaints as an answer, without what tells of too few customers. */
final class ComplaintFindings {

  private static final int MOST_GROUPS = 100;
  private static final int WARNED_GROUPS = 20;
  private static final double THOUSAND = 1_000;
  private static final double NINE_OF_TEN = 0.9;

  private final ComplaintQuestion question;
  private final ComplaintTally counted;
  private final Exposure exposure;
  private final Map<String, Long> pieces;
  private final SmallGroups groups;
  private final List<LocalDate> periods;
  private final boolean[] complete;
  private final boolean perOrders;

  /**
   * @param pieces sold by the code of the product; empty unless asked by product
   */
  ComplaintFindings(
      ComplaintQuestion question,
      ComplaintTally counted,
      Exposure exposure,
      Map<String, Long> pieces,
      SmallGroups groups,
      ZoneId zone) {
    this.question = question;
    this.counted = counted;
    this.exposure = exposure;
    this.pieces = pieces;
    this.groups = groups;
    this.periods = periods(question, counted);
    this.complete = new boolean[periods.size()];
    LocalDate known =
        counted.newest() == null ? LocalDate.MIN : LocalDate.ofInstant(counted.newest(), zone);
    for (int i = 0; i < complete.length; i++) {
      complete[i] = isComplete(periods.get(i), known);
    }
    this.perOrders =
        exposure.covers(
            IntStream.range(0, complete.length)
                .filter(this::isDrawn)
                .mapToObj(periods::get)
                .toList());
  }

  ComplaintAnalysisView view(About about) {
    return new ComplaintAnalysisView(
        about, counted.complaints(), groups(), resolution(), trend(), warning(totals()));
  }

  private static List<LocalDate> periods(ComplaintQuestion question, ComplaintTally counted) {
    List<LocalDate> periods = new ArrayList<>();
    if (counted.complaints() > 0) {
      LocalDate last = counted.periods().lastKey();
      for (LocalDate first = counted.periods().firstKey();
          !first.isAfter(last);
          first = question.period().next(first)) {
        periods.add(first);
      }
    }
    return periods;
  }

  /** Ended before the newest complaint became known, and not cut by what was asked for. */
  private boolean isComplete(LocalDate first, LocalDate known) {
    LocalDate next = question.period().next(first);
    return !next.isAfter(known) && question.contains(first) && question.contains(next.minusDays(1));
  }

  /** A period with nothing in it is no group of few: it says that nobody complained. */
  private boolean isShown(int i) {
    return groups.individualsAllowed() || counted.in(periods.get(i)) > 0;
  }

  private boolean isDrawn(int i) {
    return complete[i] && isShown(i);
  }

  private List<ComplaintAnalysisView.Group> groups() {
    Map<String, Long> counts = new HashMap<>();
    counted.groups().forEach((name, group) -> counts.put(name, group.complaints()));
    List<Pareto.Cause> causes = Pareto.of(counts).causes();
    List<Boolean> shown = groups.shown(causes, cause -> group(cause.name()).customers());
    int firstHidden = shown.indexOf(false);
    return IntStream.range(0, Math.min(causes.size(), MOST_GROUPS))
        .mapToObj(i -> view(causes.get(i), i, shown.get(i), firstHidden < 0 || i < firstHidden))
        .toList();
  }

  /**
   * @param ranked whether all before it are shown too: else its cumulative share would tell of them
   */
  private ComplaintAnalysisView.Group view(
      Pareto.Cause cause, int place, boolean shown, boolean ranked) {
    boolean placed = shown && ranked;
    boolean warned = groups.individualsAllowed() && place < WARNED_GROUPS;
    return new ComplaintAnalysisView.Group(
        cause.name(),
        shown ? cause.count() : null,
        shown ? cause.share().value() : null,
        placed ? cause.cumulativeShare().value() : null,
        placed ? cause.vitalFew() : null,
        shown ? rate(cause.count(), pieces.get(cause.name())) : null,
        warned ? warning(events(group(cause.name()))) : null);
  }

  /** Null where nothing was sold. */
  private static @Nullable Double rate(long complaints, @Nullable Long sold) {
    return sold == null || sold <= 0 ? null : complaints * THOUSAND / sold;
  }

  private ComplaintTally.Group group(String name) {
    return counted.groups().getOrDefault(name, new ComplaintTally.Group());
  }

  private ComplaintAnalysisView.Resolution resolution() {
    long resolved = counted.resolved();
    if (resolved == 0) {
      return new ComplaintAnalysisView.Resolution(
          0L, null, null, null, null, "No complaint was resolved.");
    }
    if (!groups.shows(counted.resolvedFor())) {
      return new ComplaintAnalysisView.Resolution(null, null, null, null, null, groups.reason());
    }
    double[] hours = counted.hours();
    return new ComplaintAnalysisView.Resolution(
        resolved,
        Quantiles.type7(hours, 0.5),
        Quantiles.type7(hours, NINE_OF_TEN),
        counted.reopenedShare(),
        counted.meanRating(),
        null);
  }

  private ComplaintAnalysisView.Trend trend() {
    CountChart kind = perOrders ? CountChart.U : CountChart.C;
    List<Integer> drawn = IntStream.range(0, periods.size()).filter(this::isDrawn).boxed().toList();
    ControlChart chart =
        kind.of(drawn.stream().map(this::subgroup).toList(), RunRule.westernElectric(), false);
    List<ComplaintAnalysisView.Point> points = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      int place = drawn.indexOf(i);
      points.add(point(i, place < 0 ? null : chart.points().get(place)));
    }
    return new ComplaintAnalysisView.Trend(
        perOrders ? "u" : "c",
        kind.method(),
        chart.centre().value(),
        points,
        chart.signals().stream()
            .map(
                signal ->
                    new ComplaintAnalysisView.Signal(
                        signal.rule().name(),
                        label(drawn.get(signal.from())),
                        label(drawn.get(signal.to()))))
            .toList());
  }

  private Subgroup subgroup(int i) {
    LocalDate period = periods.get(i);
    double size = perOrders ? exposure.orders(period) / THOUSAND : 1;
    return new Subgroup(label(i), counted.in(period), size);
  }

  private ComplaintAnalysisView.Point point(int i, ControlChart.@Nullable Point drawn) {
    LocalDate period = periods.get(i);
    boolean shown = isShown(i);
    return new ComplaintAnalysisView.Point(
        label(i),
        shown ? counted.in(period) : null,
        shown ? exposure.orders(period) : null,
        drawn == null ? null : drawn.value().value(),
        drawn == null ? null : drawn.lower().value(),
        drawn == null ? null : drawn.upper().value(),
        drawn != null && drawn.outOfControl(),
        complete[i]);
  }

  private String label(int i) {
    return question.period().label(periods.get(i));
  }

  private long[] totals() {
    return periods.stream().mapToLong(counted::in).toArray();
  }

  private long[] events(ComplaintTally.Group group) {
    return periods.stream().mapToLong(group::in).toArray();
  }

  private ComplaintAnalysisView.Warning warning(long[] events) {
    List<EarlyWarning.Period> watched = new ArrayList<>();
    for (int i = 0; i < events.length; i++) {
      if (isShown(i)) {
        double size = perOrders ? exposure.orders(periods.get(i)) : 1;
        watched.add(new EarlyWarning.Period(label(i), events[i], size, complete[i]));
      }
    }
    EarlyWarning found = EarlyWarning.of(watched, EarlyWarning.Parameters.defaults());
    return new ComplaintAnalysisView.Warning(
        found.state().name(),
        found.since(),
        found.riseRatio().value(),
        Stream.concat(Stream.ofNullable(found.reason()), found.warnings().stream())
            .map(Reason::detail)
            .toList());
  }
}
