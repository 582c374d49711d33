package org.kexin.analysis.distribution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemException;

/**
 * Which two attributes are counted against each other.
 *
 * @param knownAt null for all customers that count
 */
record CrossTabQuestion(Attribute rows, Attribute columns, @Nullable Instant knownAt) {

  /**
   * Reads the parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not what it must be
   */
  static CrossTabQuestion of(CrossTabParameters asked) {
    Attribute rows = Attribute.named("rows", asked.rows());
    Attribute columns = Attribute.named("columns", asked.columns());
    if (rows == columns) {
      throw ProblemException.parameter("columns", "Ask for two different attributes.");
    }
    return new CrossTabQuestion(rows, columns, asked.asOf());
  }
}
