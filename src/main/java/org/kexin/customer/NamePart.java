package org.kexin.customer;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a name to look for. The full-text index holds pairs of neighbouring characters (MySQL's
 * ngram parser with a token size of two) and none that contains a blank or a sign, so it finds
 * candidates, and a LIKE over these decides. A part without any pair is looked for at the start of
 * the name only, which the ordinary index can answer.
 */
record NamePart(String text) {

  private static final int TOKEN_SIZE = 2;

  /**
   * Signs, which boolean mode may take as operators and the index does not hold, and characters
   * outside the basic plane: MySQL 8.0 indexes pairs with one of these but never finds them.
   */
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[[^\\p{L}\\p{M}\\p{N}][\\x{10000}-\\x{10FFFF}]]+");

  /** Whether the full-text index can find candidates. */
  boolean isIndexed() {
    return !words().isEmpty();
  }

  /** A boolean-mode query that all names with this part fit, and maybe others. */
  String pairs() {
    return words().stream().map(word -> "+\"" + word + '"').collect(Collectors.joining(" "));
  }

  /** A LIKE pattern in which the caller's wildcards are plain characters; escape is {@code !}. */
  String likePattern() {
    String plain = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return (isIndexed() ? "%" : "") + plain + "%";
  }

  private List<String> words() {
    return Stream.of(BETWEEN_WORDS.split(text))
        .filter(word -> word.length() >= TOKEN_SIZE)
        .toList();
  }
}
