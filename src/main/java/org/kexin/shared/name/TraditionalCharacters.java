package org.kexin.shared.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Simplified forms of traditional Chinese characters, one by one, by the table of the project
 * OpenCC that the library opencc4j carries. Only its table is used: its own code makes its classes
 * by reflection, which a native image would have to be told class by class, and it adds whole
 * phrases, which names are not.
 */
final class TraditionalCharacters {

  private static final String TABLE = "/data/dictionary/TSCharacters.txt";

  private static final Map<Integer, Integer> SIMPLIFIED = read();

  private TraditionalCharacters() {}

  /** Other characters stay as they are; of several simplified forms the usual one is taken. */
  static String simplified(String text) {
    StringBuilder simplified = new StringBuilder(text.length());
    text.codePoints()
        .map(character -> SIMPLIFIED.getOrDefault(character, character))
        .forEach(simplified::appendCodePoint);
    return simplified.toString();
  }

  private static Map<Integer, Integer> read() {
    InputStream table = TraditionalCharacters.class.getResourceAsStream(TABLE);
    if (table == null) {
      throw new IllegalStateException("not on the class path: " + TABLE);
    }
    Map<Integer, Integer> simplified = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      // A line is the traditional character, a tab, and its simplified forms, the usual one first.
      lines
          .lines()
          .filter(line -> line.indexOf('\t') > 0)
          .forEach(
              line ->
                  simplified.put(line.codePointAt(0), line.codePointAt(line.indexOf('\t') + 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(simplified);
  }
}
