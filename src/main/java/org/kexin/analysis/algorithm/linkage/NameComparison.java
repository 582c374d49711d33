package org.kexin.analysis.algorithm.linkage;

import java.util.Arrays;

/**
 * Compares names of persons that may be written in Chinese characters or in letters. Needs two
 * columns made from one name: its characters in one spelling (half-width, simplified) and its sound
 * in letters without blanks (pinyin without tones), so that 歐陽娜娜, 欧阳娜娜 and Ouyang Nana meet. How a
 * name is read into the two forms is not known here.
 */
public final class NameComparison implements Comparison {

  /** Nothing in common that is worth a level. */
  public static final int DIFFERENT = 0;

  /**
   * One is the beginning or the end of the other, such as a surname or a given name alone, or the
   * sounds have a Jaro-Winkler similarity of .9 at least.
   */
  public static final int PART_OR_ALIKE = 1;

  /** The same sound, whichever of its parts comes first: Wang Xiaoming, Xiaoming Wang and 王晓明. */
  public static final int SAME_SOUND = 2;

  /** The same characters. */
  public static final int SAME_CHARACTERS = 3;

  private static final double ALIKE = .9;

  private final TextColumn characters;
  private final TextColumn sound;

  /**
   * @param sound of the same rows; present where the characters are
   * @throws IllegalArgumentException if the columns differ in their rows
   */
  public NameComparison(TextColumn characters, TextColumn sound) {
    if (characters.rows() != sound.rows()) {
      throw new IllegalArgumentException("characters and sound differ in their rows");
    }
    this.characters = characters;
    this.sound = sound;
  }

  @Override
  public int rows() {
    return characters.rows();
  }

  @Override
  public int levels() {
    return SAME_CHARACTERS + 1;
  }

  @Override
  public int level(int left, int right) {
    if (characters.isMissing(left) || characters.isMissing(right)) {
      return MISSING;
    }
    if (characters.same(left, right)) {
      return SAME_CHARACTERS;
    }
    boolean part = isPart(characters.text(left), characters.text(right));
    if (sound.isMissing(left) || sound.isMissing(right)) {
      return part ? PART_OR_ALIKE : DIFFERENT;
    }
    int[] one = sound.text(left);
    int[] other = sound.text(right);
    if (sound.same(left, right) || isTurned(one, other)) {
      return SAME_SOUND;
    }
    boolean alike =
        part || isPart(one, other) || StringSimilarity.JARO_WINKLER.between(one, other) >= ALIKE;
    return alike ? PART_OR_ALIKE : DIFFERENT;
  }

  private static boolean isPart(int[] one, int[] other) {
    int[] shorter = one.length <= other.length ? one : other;
    int[] longer = one.length <= other.length ? other : one;
    int n = shorter.length;
    return Arrays.equals(shorter, 0, n, longer, 0, n)
        || Arrays.equals(shorter, 0, n, longer, longer.length - n, longer.length);
  }

  /** Whether the parts of one in another order are the other. */
  private static boolean isTurned(int[] one, int[] other) {
    int n = one.length;
    if (other.length != n) {
      return false;
    }
    for (int cut = 1; cut < n; cut++) {
      if (Arrays.equals(one, 0, cut, other, n - cut, n)
          && Arrays.equals(one, cut, n, other, 0, n - cut)) {
        return true;
      }
    }
    return false;
  }
}
