package org.kexin.analysis.algorithm.quality;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a table is measured by. Rules see values that are present; a missing value is counted once,
 * as missing.
 *
 * @param validity which values of a column are valid
 * @param domains which numbers are outside of what can be
 * @param documents kinds of documents, told by how their numbers begin
 * @param dates columns whose range is of interest
 * @param mostDistinct of a column: more different values are estimated; 16 to 100,000,000. Takes up
 *     to 48 bytes each, for each column
 * @param mostRows if more different rows than this, how many are repeated stays unknown; 16 to
 *     100,000,000. Takes up to 48 bytes each
 */
public record QualityRules(
    List<Validity> validity,
    List<Domain> domains,
    List<Document> documents,
    List<Dates> dates,
    int mostDistinct,
    int mostRows) {

  private static final int LEAST_BOUND = 16;
  private static final int LARGEST_BOUND = 100_000_000;
  private static final int DEFAULT_DISTINCT = 1_000_000;
  // Two thirds of 2²⁴ slots: 256 MiB.
  private static final int DEFAULT_ROWS = 11_000_000;

  /**
   * A value that does not pass is invalid.
   *
   * @param name what the rule demands, not blank
   */
  public record Validity(String name, String column, Predicate<String> valid) {

    /**
     * @throws IllegalArgumentException if the name is blank
     */
    public Validity {
      checkName(name);
    }
  }

  /**
   * A number that passes is outside of its domain.
   *
   * @param name what is wrong with it, not blank
   */
  public record Domain(String name, String column, Predicate<BigDecimal> outside) {

    /**
     * @throws IllegalArgumentException if the name is blank
     */
    public Domain {
      checkName(name);
    }
  }

  /**
   * A document whose number begins with the prefix is of this kind, unless a longer prefix of
   * another kind fits too. An empty prefix fits all.
   *
   * @param name of the kind, not blank
   */
  public record Document(String name, String column, String prefix) {

    /**
     * @throws IllegalArgumentException if the name is blank
     */
    public Document {
      checkName(name);
    }
  }

  /**
   * A column of dates.
   *
   * @param format of a date, or of a date and a time
   */
  public record Dates(String column, DateTimeFormatter format) {}

  /**
   * @throws IllegalArgumentException if a bound is out of its range
   */
  public QualityRules {
    validity = List.copyOf(validity);
    domains = List.copyOf(domains);
    documents = List.copyOf(documents);
    dates = List.copyOf(dates);
    checkBound(mostDistinct);
    checkBound(mostRows);
  }

  /** These rules, a million different values of a column and eleven million different rows. */
  public static QualityRules of(
      List<Validity> validity, List<Domain> domains, List<Document> documents, List<Dates> dates) {
    return new QualityRules(validity, domains, documents, dates, DEFAULT_DISTINCT, DEFAULT_ROWS);
  }

  /** No rules: completeness, different values and repeated rows only. */
  public static QualityRules none() {
    return of(List.of(), List.of(), List.of(), List.of());
  }

  private static void checkName(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a rule has a name");
    }
  }

  private static void checkBound(int bound) {
    if (bound < LEAST_BOUND || bound > LARGEST_BOUND) {
      throw new IllegalArgumentException("a bound is 16 to 100,000,000: " + bound);
    }
  }
}
