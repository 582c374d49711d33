package org.kexin.analysis.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts values between fixed edges, and the customers behind them. The edges are nobody's choice:
 * whoever could move one could see who lies between its two places. Not thread-safe.
 */
final class Bins {

  /** 1, 2, 5, 10 … a billion, as banknotes are. */
  static final double[] AMOUNTS =
      DoubleStream.concat(
              DoubleStream.of(0),
              IntStream.rangeClosed(0, 9)
                  .mapToObj(power -> DoubleStream.of(1, 2, 5).map(it -> it * Math.pow(10, power)))
                  .flatMapToDouble(it -> it))
          .toArray();

  /** One by one to five, then wider. */
  static final double[] COUNTS = {1, 2, 3, 4, 5, 6, 11, 21, 51, 101, 201, 501, 1_001};

  private final double[] edges;
  private final long[] values;
  private final long[] customers;
  private final @Nullable UUID[] last;

  Bins(double[] edges) {
    this.edges = edges;
    this.values = new long[edges.length + 1];
    this.customers = new long[edges.length + 1];
    this.last = new @Nullable UUID[edges.length + 1];
  }

  /**
   * From its lower edge, which belongs to it, to the upper one, which does not.
   *
   * @param from null where everything below the first edge is in it
   * @param to null where everything from the last edge on is in it
   */
  record Bin(@Nullable Double from, @Nullable Double to, long values, long customers) {}

  /** Counts a value; those of one customer come one after the other. */
  void add(UUID customer, double value) {
    int edge = Arrays.binarySearch(edges, value + 0.0);
    int bin = edge < 0 ? -edge - 1 : edge + 1;
    values[bin]++;
    if (!customer.equals(last[bin])) {
      customers[bin]++;
      last[bin] = customer;
    }
  }

  /** From the first bin with a value to the last one. */
  List<Bin> found() {
    List<Bin> all = new ArrayList<>();
    for (int i = 0; i <= edges.length; i++) {
      all.add(
          new Bin(
              i == 0 ? null : edges[i - 1],
              i == edges.length ? null : edges[i],
              values[i],
              customers[i]));
    }
    int first = 0;
    int end = all.size();
    while (first < end && all.get(first).values() == 0) {
      first++;
    }
    while (end > first && all.get(end - 1).values() == 0) {
      end--;
    }
    return List.copyOf(all.subList(first, end));
  }
}
