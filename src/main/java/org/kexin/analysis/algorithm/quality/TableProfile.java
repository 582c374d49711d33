package org.kexin.analysis.algorithm.quality;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * How good a table is. A blank value is a missing one.
 *
 * @param rows that were read
 * @param raggedRows with fewer or more values than columns: what they lack is missing, what they
 *     have too many is not looked at
 * @param duplicates rows that are equal to an earlier one in all columns, where missing values are
 *     equal to each other; of three equal rows two are counted
 * @param duplicateShare of the rows, 0 to 1
 * @param columns in the order of the table
 * @param domains in the order of the rules
 * @param documents in the order of the rules
 * @param dates in the order of the rules
 */
public record TableProfile(
    long rows,
    long raggedRows,
    Measure<Long> duplicates,
    Measure<Double> duplicateShare,
    List<Column> columns,
    List<OutsideDomain> domains,
    List<Documents> documents,
    List<DateRange> dates) {

  /** Name and version of the method. */
  public static final String METHOD = "table-profile/1";

  /** Shares of nothing are undefined. */
  public static final Reason NO_ROWS = new Reason("NO_ROWS", "The table has no rows.");

  /** There are more different rows than may be remembered. */
  public static final Reason TOO_MANY_ROWS =
      new Reason("TOO_MANY_ROWS", "More different rows than the bound: repeats are not counted.");

  public TableProfile {
    columns = List.copyOf(columns);
    domains = List.copyOf(domains);
    documents = List.copyOf(documents);
    dates = List.copyOf(dates);
  }

  /**
   * One column.
   *
   * @param missing rows without a value
   * @param completeness 1 − missing / rows, 0 to 1
   * @param distinct different values as they are written, missing ones not counted
   * @param invalid in the order of the rules of this column
   */
  public record Column(
      String name,
      long missing,
      Measure<Double> completeness,
      Distinct distinct,
      List<Invalid> invalid) {

    public Column {
      invalid = List.copyOf(invalid);
    }
  }

  /**
   * Values that break a rule.
   *
   * @param rows with such a value
   */
  public record Invalid(String rule, long rows) {}

  /**
   * Numbers outside of their domain.
   *
   * @param rows with such a number
   * @param unreadable rows whose value is no number: they are not among the rows
   */
  public record OutsideDomain(String rule, String column, long rows, long unreadable) {}

  /**
   * Documents of one kind.
   *
   * @param rows of such documents
   * @param documents different numbers
   */
  public record Documents(String kind, String column, long rows, Distinct documents) {}

  /**
   * From when to when.
   *
   * @param first null if no value is a date; the start of the day if it has no time
   * @param last null if no value is a date
   * @param unreadable rows whose value is no date
   */
  public record DateRange(
      String column,
      @Nullable LocalDateTime first,
      @Nullable LocalDateTime last,
      long unreadable) {}
}
