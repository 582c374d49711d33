package org.kexin.analysis.algorithm.need;

/** Where a need stands on a day, the most pressing first. */
public enum NeedState {
  /** More days have passed than the upper quartile of the intervals. */
  OVERDUE,
  /** As many days have passed as lie between the quartiles of the intervals, both included. */
  DUE,
  /** Fewer days have passed than the lower quartile of the intervals. */
  NOT_YET,
  /** So many have passed that whatever it was for has probably ended. */
  LAPSED
}
