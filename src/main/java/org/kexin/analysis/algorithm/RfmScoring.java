package org.kexin.analysis.algorithm;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/** Turns the columns of one analysis into scores, histograms and segments. */
final class RfmScoring<K> {

  private final RfmColumns<K> columns;
  private final Rfm.Parameters parameters;
  private final ScoreColumn recency;
  private final ScoreColumn frequency;
  private final ScoreColumn monetary;
  private final int[] segmentByTriple;
  private final List<String> segmentNames;

  RfmScoring(RfmColumns<K> columns, Rfm.Parameters parameters) {
    this.columns = columns;
    this.parameters = parameters;
    Rfm.Method method = parameters.method();
    recency = ScoreColumn.smallerIsBetter(columns.recencyDays(), method);
    frequency = ScoreColumn.largerIsBetter(columns.orders(), method, 0);
    monetary = ScoreColumn.largerIsBetter(columns.amounts(), method, MinorUnits.DECIMALS);
    segmentByTriple = parameters.segments().byTriple();
    segmentNames = new ArrayList<>();
    parameters.segments().rules().forEach(rule -> segmentNames.add(rule.name()));
    segmentNames.add(SegmentTable.OTHERS);
  }

  RfmResult<K> result(List<LeftOut> leftOut) {
    return new RfmResult<>(
        columns.size(),
        thresholds(),
        recency.histogram(),
        frequency.histogram(),
        monetary.histogram(),
        segments(),
        parameters.segments().shadowed(),
        leftOut,
        new Rows());
  }

  private RfmResult.Thresholds thresholds() {
    if (parameters.method() == Rfm.Method.RANK) {
      return RfmResult.Thresholds.none(RfmResult.METHOD_WITHOUT_THRESHOLDS);
    }
    if (columns.size() == 0) {
      return RfmResult.Thresholds.none(RfmResult.NO_CUSTOMERS);
    }
    return new RfmResult.Thresholds(
        recency.thresholds(), frequency.thresholds(), monetary.thresholds(), null);
  }

  private List<RfmResult.Segment> segments() {
    long[] customers = new long[segmentNames.size()];
    long[] orders = new long[segmentNames.size()];
    long[] revenue = new long[segmentNames.size()];
    for (int row = 0; row < columns.size(); row++) {
      int segment = segmentOf(row);
      customers[segment]++;
      orders[segment] = Math.addExact(orders[segment], columns.orders().get(row));
      revenue[segment] = Math.addExact(revenue[segment], columns.amounts().get(row));
    }
    List<RfmResult.Segment> segments = new ArrayList<>();
    for (int i = 0; i < customers.length; i++) {
      BigDecimal amount = MinorUnits.toDecimal(revenue[i]);
      segments.add(new RfmResult.Segment(segmentNames.get(i), customers[i], orders[i], amount));
    }
    return segments;
  }

  private int segmentOf(int row) {
    int triple = SegmentTable.tripleOf(recency.get(row), frequency.get(row), monetary.get(row));
    return segmentByTriple[triple];
  }

  /** Three scores as the digits of one number. */
  static int digits(int recency, int frequency, int monetary) {
    return (recency * 10 + frequency) * 10 + monetary;
  }

  private final class Rows extends AbstractList<RfmResult.CustomerScore<K>>
      implements RandomAccess {

    @Override
    public int size() {
      return columns.size();
    }

    @Override
    public RfmResult.CustomerScore<K> get(int row) {
      int r = recency.get(row);
      int f = frequency.get(row);
      int m = monetary.get(row);
      long days = columns.recencyDays().get(row);
      return new RfmResult.CustomerScore<>(
          columns.customer(row),
          parameters.asOf().minusDays(days),
          days,
          columns.orders().get(row),
          MinorUnits.toDecimal(columns.amounts().get(row)),
          r,
          f,
          m,
          digits(r, f, m),
          segmentNames.get(segmentOf(row)));
    }
  }
}
