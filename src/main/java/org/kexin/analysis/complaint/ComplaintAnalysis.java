package org.kexin.analysis.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Filters;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;
import org.kexin.complaint.ComplaintRow;
import org.kexin.complaint.ComplaintStream;
import org.kexin.shared.ProblemException;
import org.kexin.transaction.LinesReader;

/**
 * Causes, times, rates and warnings of complaints. Not among the analyses that run in the
 * background: what becomes of a complaint changes, so its state at an earlier moment cannot be
 * asked for again.
 */
@ApplicationScoped
class ComplaintAnalysis {

  private static final Answering.Method METHOD =
      new Answering.Method(
          "Pareto (Juran 1951); u or c chart (Shewhart; Montgomery); Poisson CUSUM (Page 1954)",
          "1");

  /** The name of what has no cause or no product. */
  private static final String NONE = "NONE";

  private final ComplaintStream complaints;
  private final SalesPass sales;
  private final Answering answering;

  ComplaintAnalysis(ComplaintStream complaints, SalesPass sales, Answering answering) {
    this.complaints = complaints;
    this.sales = sales;
    this.answering = answering;
  }

  /**
   * What complaints tell the present caller.
   *
   * @throws ProblemException {@code parameter-invalid} if the periods asked for would tell of fewer
   *     than k customers
   */
  ComplaintAnalysisView answer(ComplaintQuestion question) {
    SmallGroups groups = answering.groups();
    if (!groups.individualsAllowed()) {
      demandWholeMonths(question);
    }
    SalesQuery sold =
        answering.fit(
            new SalesQuery(
                null,
                null,
                SalesQuery.Returns.EXCLUDED,
                SalesQuery.Anonymous.INCLUDED,
                null,
                null,
                Filters.NONE),
            groups);
    return answering.compute(answering.effort(), () -> compute(question, sold, groups));
  }

  private static void demandWholeMonths(ComplaintQuestion question) {
    LocalDate from = question.from();
    LocalDate to = question.to();
    if (question.period() != TrendPeriod.MONTH) {
      throw ProblemException.parameter("period", "For this role period is month.");
    }
    if (from != null && from.getDayOfMonth() != 1) {
      throw ProblemException.parameter("from", "For this role from is the first day of a month.");
    }
    if (to != null && to.plusDays(1).getDayOfMonth() != 1) {
      throw ProblemException.parameter("to", "For this role to is the last day of a month.");
    }
  }

  private ComplaintAnalysisView compute(
      ComplaintQuestion question, SalesQuery sold, SmallGroups groups) {
    Exposure exposure = new Exposure(question.period(), groups.smallestGroup());
    SalesPass.Tally tally = sales.read(sold, exposure::add);
    Visible visible = groups.individualsAllowed() ? Visible.ALL : visible(exposure, groups);
    Function<ComplaintRow, String> naming = naming(question.by());
    ComplaintTally counted = new ComplaintTally(groups.smallestGroup());
    long[] rows = {0};
    complaints.read(
        row -> {
          LocalDate day = LocalDate.ofInstant(row.receivedAt(), answering.zone());
          LocalDate period = question.period().firstDay(day);
          if (visible.counts(rows[0]++, period) && question.contains(day)) {
            counted.add(row, naming.apply(row), period);
          }
        });
    Map<String, Long> pieces =
        question.by() == ComplaintQuestion.By.PRODUCT ? pieces(question, sold, visible) : Map.of();
    return new ComplaintFindings(question, counted, exposure, pieces, groups, answering.zone())
        .view(about(question, counted, tally, groups));
  }

  /**
   * Which complaints count.
   *
   * @param rows as many as became known first
   * @param months null for all
   */
  private record Visible(long rows, @Nullable Set<LocalDate> months) {

    private static final Visible ALL = new Visible(Long.MAX_VALUE, null);

    boolean counts(long row, LocalDate month) {
      return row < rows && (months == null || months.contains(month));
    }
  }

  private Visible visible(Exposure exposure, SmallGroups groups) {
    VisibleComplaints found = new VisibleComplaints(groups.smallestGroup());
    complaints.read(
        row ->
            found.add(row.customerId(), LocalDate.ofInstant(row.receivedAt(), answering.zone())));
    Set<LocalDate> months = found.months();
    months.removeIf(month -> !exposure.isOfEnough(month));
    return new Visible(found.rows(), months);
  }

  private Function<ComplaintRow, String> naming(ComplaintQuestion.By by) {
    return switch (by) {
      case CATEGORY -> {
        Map<UUID, String> codes = complaints.categories();
        yield row -> codes.getOrDefault(row.categoryId(), NONE);
      }
      case CAUSE -> row -> Objects.requireNonNullElse(row.cause(), NONE);
      case PRODUCT -> {
        Map<UUID, LinesReader.ProductLabel> products = sales.products();
        yield row -> code(products, row.productId());
      }
    };
  }

  private static String code(Map<UUID, LinesReader.ProductLabel> products, @Nullable UUID product) {
    LinesReader.ProductLabel label = product == null ? null : products.get(product);
    return label == null ? NONE : label.code();
  }

  /** Pieces sold of each product in the periods that count. */
  private Map<String, Long> pieces(ComplaintQuestion question, SalesQuery sold, Visible visible) {
    Map<UUID, LinesReader.ProductLabel> products = sales.products();
    Map<String, Long> pieces = new HashMap<>();
    sales.readLines(
        sold,
        line -> {
          if (question.contains(line.day())
              && visible.counts(0, question.period().firstDay(line.day()))) {
            pieces.merge(code(products, line.product()), line.quantity(), Long::sum);
          }
        });
    return pieces;
  }

  private About about(
      ComplaintQuestion question,
      ComplaintTally counted,
      SalesPass.Tally tally,
      SmallGroups groups) {
    Map<String, String> stated = new TreeMap<>();
    stated.put("by", question.by().name());
    stated.put("period", question.period().name());
    stated.put("exposure", "ORDERS" + (tally.currency() == null ? "" : " in " + tally.currency()));
    stated.put("vitalFewPercent", "80");
    stated.put("rules", "WESTERN_ELECTRIC_1..4");
    return answering.about(
        METHOD,
        new About.Window(question.from(), question.to()),
        stated,
        counted.newest(),
        counted.complaints(),
        groups);
  }
}
