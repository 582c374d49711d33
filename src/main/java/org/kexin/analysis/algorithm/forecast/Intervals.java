package org.kexin.analysis.algorithm.forecast;

/** What prediction intervals take for known. */
public enum Intervals {
  /**
   * The formulas of the text books and of R: the model and its estimated parameters are taken for
   * the truth. On unseen series fewer values than 95 % lie within the 95 % interval.
   */
  TEXTBOOK,

  /**
   * For models of the ETS family: parameters and, where one was chosen, models that fit nearly as
   * well have their part in the width. All other methods, and a trend that is a factor, keep the
   * intervals of the text book.
   */
  WIDENED
}
