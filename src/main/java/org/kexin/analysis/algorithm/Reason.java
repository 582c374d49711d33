package org.kexin.analysis.algorithm;

import java.util.regex.Pattern;

/**
 * Why a figure is missing or something was left out.
 *
 * @param code stable, upper snake case, for programs; the set of codes is open
 * @param detail one English sentence for a person
 */
public record Reason(String code, String detail) {

  private static final Pattern UPPER_SNAKE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

  /**
   * @throws IllegalArgumentException if the code is not upper snake case or the detail is blank
   */
  public Reason {
    if (!UPPER_SNAKE.matcher(code).matches()) {
      throw new IllegalArgumentException("not an upper snake case code: " + code);
    }
    if (detail.isBlank()) {
      throw new IllegalArgumentException("a reason needs a sentence");
    }
  }
}
