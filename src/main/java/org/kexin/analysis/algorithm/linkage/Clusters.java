package org.kexin.analysis.algorithm.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Rows that hang together by links, directly or by way of others: connected components by union and
 * find (Tarjan 1975). One wrong link joins two persons, so each cluster shows where it is weakest.
 *
 * @param rows how many rows there are, linked or not
 * @param clusters of two rows or more, by their first row
 */
public record Clusters(int rows, List<Cluster> clusters) {

  /** Name and version of the method. */
  public static final String METHOD = "connected-components/1";

  private static final Comparator<Link> STRONGEST_FIRST =
      Comparator.comparingDouble(Link::weight)
          .reversed()
          .thenComparingInt(Link::left)
          .thenComparingInt(Link::right);

  public Clusters {
    clusters = List.copyOf(clusters);
  }

  /**
   * Two rows that match.
   *
   * @param weight how surely; finite
   */
  public record Link(int left, int right, double weight) {

    /**
     * @throws IllegalArgumentException if a row is negative or linked to itself, or the weight not
     *     finite
     */
    public Link {
      if (left < 0 || right < 0 || left == right || !Double.isFinite(weight)) {
        throw new IllegalArgumentException("two different rows and a finite weight");
      }
    }
  }

  /**
   * One cluster.
   *
   * @param rows ascending, at least two
   * @param links between its rows; the same two rows count as often as they were linked
   * @param weakest the link to look at first: without it and all weaker ones the rows would fall
   *     apart. It is the last one that Kruskal (1956) needs when he takes the strongest first; of
   *     equally strong ones that of the smaller rows is stronger
   * @param density links / pairs of its rows; far below 1 in a chain
   */
  public record Cluster(List<Integer> rows, long links, Link weakest, double density) {

    /**
     * @throws IllegalArgumentException if there are fewer than two rows
     */
    public Cluster {
      rows = List.copyOf(rows);
      if (rows.size() < 2) {
        throw new IllegalArgumentException("a cluster has two rows at least");
      }
    }

    /** How many rows. */
    public int size() {
      return rows.size();
    }
  }

  /**
   * Finds the clusters.
   *
   * @param rows 0 or more
   * @throws IllegalArgumentException if there are no such rows
   */
  public static Clusters of(int rows, List<Link> links) {
    int[] parent = new int[rows];
    Arrays.setAll(parent, row -> row);
    Link[] weakest = new Link[rows];
    long[] counts = new long[rows];
    List<Link> sorted = links.stream().sorted(STRONGEST_FIRST).toList();
    for (Link link : sorted) {
      if (link.left() >= rows || link.right() >= rows) {
        throw new IllegalArgumentException("there are only " + rows + " rows");
      }
      int left = root(parent, link.left());
      int right = root(parent, link.right());
      // The smallest row is the root; halving of paths alone keeps them short enough.
      int first = Math.min(left, right);
      if (left != right) {
        int last = Math.max(left, right);
        parent[last] = first;
        counts[first] += counts[last];
        weakest[first] = link;
      }
      counts[first]++;
    }
    return new Clusters(rows, clusters(parent, weakest, counts));
  }

  private static List<Cluster> clusters(int[] parent, Link[] weakest, long[] counts) {
    TreeMap<Integer, List<Integer>> members = new TreeMap<>();
    for (int row = 0; row < parent.length; row++) {
      int root = root(parent, row);
      if (counts[root] > 0) {
        members.computeIfAbsent(root, none -> new ArrayList<>()).add(row);
      }
    }
    List<Cluster> clusters = new ArrayList<>();
    members.forEach(
        (root, rows) -> {
          double pairs = rows.size() * (rows.size() - 1.0) / 2;
          clusters.add(new Cluster(rows, counts[root], weakest[root], counts[root] / pairs));
        });
    return clusters;
  }

  private static int root(int[] parent, int row) {
    int at = row;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
