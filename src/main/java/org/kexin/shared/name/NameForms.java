package org.kexin.shared.name;

import com.github.promeg.pinyinhelper.Pinyin;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a name that are compared.
 *
 * @param characters half-width, lower case, simplified, without title; Chinese characters without
 *     blanks, words in letters with one blank between them
 * @param sound letters only, lower case: pinyin without tones (ü is v) of Chinese characters,
 *     letters without accents otherwise. A rare character without a known reading stays itself
 */
public record NameForms(String characters, String sound) {

  // Everything that only parts words: blanks, middle dots of foreign names, hyphens, apostrophes.
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}·•‧・.,'’\\-]+");
  private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final List<String> TITLES = List.of("先生", "女士", "小姐", "太太");

  // As surnames these are read differently than as words, and the word is what the library gives.
  private static final Map<Integer, String> SURNAMES =
      Map.ofEntries(
          Map.entry((int) '曾', "zeng"),
          Map.entry((int) '单', "shan"),
          Map.entry((int) '仇', "qiu"),
          Map.entry((int) '解', "xie"),
          Map.entry((int) '查', "zha"),
          Map.entry((int) '区', "ou"),
          Map.entry((int) '盖', "ge"),
          Map.entry((int) '朴', "piao"),
          Map.entry((int) '员', "yun"),
          Map.entry((int) '种', "chong"));

  /**
   * Reads a name as it was typed.
   *
   * @return null if it has no letter and no character
   */
  public static @Nullable NameForms of(String typed) {
    String wide = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String words = SEPARATORS.matcher(wide).replaceAll(" ").strip();
    String joined = BETWEEN_HAN.matcher(words).replaceAll("");
    String characters = withoutTitle(TraditionalCharacters.simplified(joined));
    String sound = sound(characters);
    return sound.isEmpty() ? null : new NameForms(characters, sound);
  }

  private static String withoutTitle(String name) {
    for (String title : TITLES) {
      if (name.endsWith(title) && name.length() > title.length()) {
        return name.substring(0, name.length() - title.length()).strip();
      }
    }
    return name;
  }

  private static String sound(String characters) {
    String plain = characters.replace('ü', 'v');
    String letters = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    StringBuilder sound = new StringBuilder();
    letters
        .codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> sound.append(reading(letter, sound.isEmpty())));
    return sound.toString();
  }

  private static String reading(int letter, boolean first) {
    String surname = first ? SURNAMES.get(letter) : null;
    if (surname != null) {
      return surname;
    }
    // The library knows the basic plane only.
    boolean known = Character.isBmpCodePoint(letter) && Pinyin.isChinese((char) letter);
    return known
        ? Pinyin.toPinyin((char) letter).toLowerCase(Locale.ROOT)
        : Character.toString(letter);
  }
}
