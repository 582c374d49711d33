package org.kexin.analysis.algorithm.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Section B11: Winkler's published table of Jaro and Jaro-Winkler, to four decimals, and what must
 * hold of every similarity.
 */
class StringSimilarityTest {

  private static final double LAST_DIGIT = .00005;

  @Example
  void jaroAndJaroWinklerAreThosePublished() {
    assertPublished("MARTHA", "MARHTA", .9444, .9611);
    assertPublished("DIXON", "DICKSONX", .7667, .8133);
    assertPublished("DWAYNE", "DUANE", .8222, .8400);
    assertPublished("SHACKLEFORD", "SHACKELFORD", .9697, .9818);
    assertPublished("DUNNINGHAM", "CUNNIGHAM", .8963, .8963);
    assertPublished("NICHLESON", "NICHULSON", .9259, .9556);
  }

  private static void assertPublished(String left, String right, double jaro, double winkler) {
    assertThat(StringSimilarity.JARO.between(left, right)).isCloseTo(jaro, within(LAST_DIGIT));
    assertThat(StringSimilarity.JARO_WINKLER.between(left, right))
        .isCloseTo(winkler, within(LAST_DIGIT));
  }

  @Example
  void aCommonBeginningHelpsOnlyWhatIsSimilarAlready() {
    // One of three characters each: (1/3 + 1/3 + 1) / 3.
    assertThat(StringSimilarity.JARO.between("abc", "axy")).isCloseTo(5 / 9.0, within(1e-15));
    assertThat(StringSimilarity.JARO_WINKLER.between("abc", "axy"))
        .isEqualTo(StringSimilarity.JARO.between("abc", "axy"));
    // Jaro 17/18; five equal first characters count as four.
    assertThat(StringSimilarity.JARO.between("abcde", "abcdef"))
        .isCloseTo(17 / 18.0, within(1e-15));
    assertThat(StringSimilarity.JARO_WINKLER.between("abcde", "abcdef"))
        .isCloseTo(17 / 18.0 + .4 / 18, within(1e-15));
  }

  @Example
  void levenshteinIsOneLessTheDistanceByTheLongerLength() {
    assertThat(StringSimilarity.LEVENSHTEIN.between("kitten", "sitting"))
        .isCloseTo(1 - 3 / 7.0, within(1e-15));
    assertThat(StringSimilarity.LEVENSHTEIN.between("flaw", "lawn")).isEqualTo(.5);
    assertThat(StringSimilarity.LEVENSHTEIN.between("abc", "xyz")).isZero();
  }

  @Example
  void aCharacterBeyondTheBasicPlaneIsOneCharacter() {
    // Four characters that are two UTF-16 units each, all with the same first one.
    assertThat(StringSimilarity.JARO_WINKLER.between("𠀋𠀌", "𠀍𠀎")).isZero();
    assertThat(StringSimilarity.LEVENSHTEIN.between("𠀋𠀌", "𠀋𠀎")).isEqualTo(.5);
    assertThat(StringSimilarity.LEVENSHTEIN.between("𠮷田", "吉田")).isEqualTo(.5);
    assertThat(StringSimilarity.JARO.between("王𠮷明", "王𠮷")).isCloseTo(8 / 9.0, within(1e-15));
  }

  @Example
  void nothingIsLikeNothingAndUnlikeAnythingElse() {
    for (StringSimilarity similarity : StringSimilarity.values()) {
      assertThat(similarity.between("", "")).isOne();
      assertThat(similarity.between("", "a")).isZero();
      assertThat(similarity.between("a", "a")).isOne();
      assertThat(similarity.between("a", "b")).isZero();
    }
  }

  @Property(tries = 1000)
  void everySimilarityIsSymmetricWithinZeroAndOneAndOneForEqualTexts(
      @ForAll("texts") int[] left,
      @ForAll("texts") int[] right,
      @ForAll StringSimilarity similarity) {
    double alike = similarity.between(left, right);
    assertThat(alike).isBetween(0.0, 1.0).isEqualTo(similarity.between(right, left));
    assertThat(similarity.between(left, left.clone())).isOne();
    if (alike == 1) {
      assertThat(left).isEqualTo(right);
    }
  }

  @Property(tries = 500)
  void jaroWinklerIsJaroOrMore(@ForAll("texts") int[] left, @ForAll("texts") int[] right) {
    assertThat(StringSimilarity.JARO_WINKLER.between(left, right))
        .isGreaterThanOrEqualTo(StringSimilarity.JARO.between(left, right));
  }

  @Property(tries = 500)
  void levenshteinIsThatOfItsRecursion(@ForAll("texts") int[] left, @ForAll("texts") int[] right) {
    int longer = Math.max(left.length, right.length);
    double expected = longer == 0 ? 1 : 1 - (double) distance(left, right) / longer;
    assertThat(StringSimilarity.LEVENSHTEIN.between(left, right)).isEqualTo(expected);
  }

  /** The definition, whole table at once. */
  private static int distance(int[] left, int[] right) {
    int[][] table = new int[left.length + 1][right.length + 1];
    for (int i = 0; i <= left.length; i++) {
      for (int j = 0; j <= right.length; j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
        } else {
          int replaced = table[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
          table[i][j] = Math.min(replaced, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        }
      }
    }
    return table[left.length][right.length];
  }

  @Provide
  Arbitrary<int[]> texts() {
    return Arbitraries.of('a', 'b', 'c', '王')
        .list()
        .ofMaxSize(12)
        .map(list -> list.stream().mapToInt(c -> c).toArray());
  }
}
