package org.kexin.analysis.algorithm.satisfaction;

/** A scale of answers and the score that is computed from it. */
public enum Scale {
  /**
   * Net Promoter Score, "would you recommend us", 0 to 10 (Reichheld 2003, The one number you need
   * to grow, Harvard Business Review). Score in points, −100 to 100.
   */
  NPS(0, 10, "NPS/1 (Reichheld 2003; Wald interval as R package NPS 1.1)"),

  /** Customer satisfaction, 1 to 5. Score: share of the answers 4 and 5, 0 to 1. */
  CSAT(1, 5, "CSAT/1 (share of 4 and 5; Wilson 1927)"),

  /**
   * Customer effort, "it was easy", 1 to 7, 7 being full agreement (Dixon, Freeman and Toman 2010,
   * Stop trying to delight your customers, Harvard Business Review). Score: mean, 1 to 7.
   */
  CES(1, 7, "CES/1 (mean, 7 = easy; t interval)");

  private final int lowest;
  private final int highest;
  private final String method;

  Scale(int lowest, int highest, String method) {
    this.lowest = lowest;
    this.highest = highest;
    this.method = method;
  }

  /** The lowest answer on the scale. */
  public int lowest() {
    return lowest;
  }

  /** The highest answer on the scale. */
  public int highest() {
    return highest;
  }

  /** Name, version and source for the answer. */
  public String method() {
    return method;
  }

  /** Whether an answer is on the scale. */
  public boolean holds(long answer) {
    return answer >= lowest && answer <= highest;
  }

  int size() {
    return highest - lowest + 1;
  }
}
