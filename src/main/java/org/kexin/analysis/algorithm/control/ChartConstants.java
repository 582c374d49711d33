package org.kexin.analysis.algorithm.control;

/**
 * Constants of charts of means and ranges for samples of n normal values: ASTM, Manual on
 * presentation of data and control chart analysis (MNL 7), and Montgomery, Introduction to
 * statistical quality control, appendix of factors for constructing variables control charts, to
 * three decimals as printed there.
 *
 * @param n values in a sample, 2 to 25
 * @param d2 mean range / standard deviation
 * @param a2 limits of the means lie A₂ mean ranges from the centre; 3/(d₂√n)
 * @param d3 lower limit of the ranges / mean range
 * @param d4 upper limit of the ranges / mean range
 */
public record ChartConstants(int n, double d2, double a2, double d3, double d4) {

  /** The smallest sample with a range. */
  public static final int SMALLEST = 2;

  /** The largest sample in the tables; ranges waste the values of larger ones. */
  public static final int LARGEST = 25;

  private static final double[][] TABLE = {
    {1.128, 1.880, 0, 3.267},
    {1.693, 1.023, 0, 2.574},
    {2.059, .729, 0, 2.282},
    {2.326, .577, 0, 2.114},
    {2.534, .483, 0, 2.004},
    {2.704, .419, .076, 1.924},
    {2.847, .373, .136, 1.864},
    {2.970, .337, .184, 1.816},
    {3.078, .308, .223, 1.777},
    {3.173, .285, .256, 1.744},
    {3.258, .266, .283, 1.717},
    {3.336, .249, .307, 1.693},
    {3.407, .235, .328, 1.672},
    {3.472, .223, .347, 1.653},
    {3.532, .212, .363, 1.637},
    {3.588, .203, .378, 1.622},
    {3.640, .194, .391, 1.608},
    {3.689, .187, .403, 1.597},
    {3.735, .180, .415, 1.585},
    {3.778, .173, .425, 1.575},
    {3.819, .167, .434, 1.566},
    {3.858, .162, .443, 1.557},
    {3.895, .157, .451, 1.548},
    {3.931, .153, .459, 1.541},
  };

  /**
   * The constants of a sample size.
   *
   * @throws IllegalArgumentException if n is not within 2 to 25
   */
  public static ChartConstants of(int n) {
    if (n < SMALLEST || n > LARGEST) {
      throw new IllegalArgumentException("a chart of ranges has samples of 2..25 values: " + n);
    }
    double[] row = TABLE[n - SMALLEST];
    return new ChartConstants(n, row[0], row[1], row[2], row[3]);
  }
}
