package org.kexin.analysis.algorithm.linkage;

import java.util.Arrays;

/**
 * How alike two texts are, from 0 to 1; 1 for equal texts, and both orders give the same. Case,
 * width and script are not touched: equal means equal characters.
 *
 * <p>Commons Text 1.15 gives the six pairs of Winkler's table too, but it has no Jaro without
 * Winkler's boost, it does not round transpositions (so the published counts on FEBRL 4 are missed
 * by a pair), and it compares UTF-16 units: two different rare Chinese characters share the first
 * half, so 𠀋𠀌 and 𠀍𠀎 would be two thirds alike. Here a character is a Unicode code point.
 */
public enum StringSimilarity {
  /**
   * Jaro (1989), JASA 84(406): mean of the shares of common characters in both texts and of those
   * in order. Characters are common if equal and no further apart than half the longer length less
   * one. Out of order is half of those that stand at another place, rounded down as in Winkler's
   * own program strcmp95 (1994): a cycle of three counts as one transposition.
   */
  JARO {
    @Override
    public double between(int[] left, int[] right) {
      return jaro(left, right);
    }
  },

  /**
   * Winkler (1990), Proceedings of the Section on Survey Research Methods: Jaro, and if that is
   * above .7, a tenth of what is missing to 1 for each of up to four equal first characters.
   */
  JARO_WINKLER {
    @Override
    public double between(int[] left, int[] right) {
      double jaro = jaro(left, right);
      if (jaro <= BOOST_ABOVE) {
        return jaro;
      }
      return jaro + BOOST * commonPrefix(left, right) * (1 - jaro);
    }
  },

  /**
   * 1 − d / longer length, where d is the distance of Levenshtein (1966), Soviet Physics Doklady
   * 10(8): how many characters to insert, delete or replace.
   */
  LEVENSHTEIN {
    @Override
    public double between(int[] left, int[] right) {
      int longer = Math.max(left.length, right.length);
      return longer == 0 ? 1 : 1 - (double) distance(left, right) / longer;
    }
  };

  private static final double BOOST_ABOVE = .7;
  private static final double BOOST = .1;
  private static final int LONGEST_PREFIX = 4;

  /** As {@link #between(int[], int[])}, for texts. */
  public double between(String left, String right) {
    return between(left.codePoints().toArray(), right.codePoints().toArray());
  }

  /**
   * How alike two texts are.
   *
   * @param left code points, not changed
   * @param right code points, not changed
   * @return 0 to 1; 1 if both are empty and 0 if one is
   */
  public abstract double between(int[] left, int[] right);

  private static double jaro(int[] left, int[] right) {
    if (left.length == 0 || right.length == 0) {
      return left.length == right.length ? 1 : 0;
    }
    int window = Math.max(0, Math.max(left.length, right.length) / 2 - 1);
    boolean[] rightUsed = new boolean[right.length];
    int[] common = new int[left.length];
    int found = 0;
    for (int i = 0; i < left.length; i++) {
      int end = Math.min(right.length, i + window + 1);
      for (int j = Math.max(0, i - window); j < end; j++) {
        if (left[i] == right[j] && !rightUsed[j]) {
          rightUsed[j] = true;
          common[found++] = left[i];
          break;
        }
      }
    }
    if (found == 0) {
      return 0;
    }
    int inOrder = found - misplaced(common, right, rightUsed) / 2;
    return ((double) found / left.length + (double) found / right.length + (double) inOrder / found)
        / 3;
  }

  /** How many of the common characters stand at another place among the common ones. */
  private static int misplaced(int[] common, int[] right, boolean[] rightUsed) {
    int misplaced = 0;
    int place = 0;
    for (int j = 0; j < right.length; j++) {
      if (rightUsed[j]) {
        misplaced += right[j] == common[place] ? 0 : 1;
        place++;
      }
    }
    return misplaced;
  }

  private static int commonPrefix(int[] left, int[] right) {
    int most = Math.min(LONGEST_PREFIX, Math.min(left.length, right.length));
    int prefix = Arrays.mismatch(left, 0, most, right, 0, most);
    return prefix < 0 ? most : prefix;
  }

  private static int distance(int[] left, int[] right) {
    int[] costs = new int[right.length + 1];
    Arrays.setAll(costs, j -> j);
    for (int i = 1; i <= left.length; i++) {
      int diagonal = costs[0];
      costs[0] = i;
      for (int j = 1; j <= right.length; j++) {
        int replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
        diagonal = costs[j];
        costs[j] = Math.min(replaced, Math.min(costs[j], costs[j - 1]) + 1);
      }
    }
    return costs[right.length];
  }
}
