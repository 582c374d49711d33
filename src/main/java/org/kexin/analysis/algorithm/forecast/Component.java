package org.kexin.analysis.algorithm.forecast;

/** How a part of a model enters: not at all, added, or as a factor. */
public enum Component {
  NONE("N"),
  ADDITIVE("A"),
  MULTIPLICATIVE("M");

  private final String letter;

  Component(String letter) {
    this.letter = letter;
  }

  /** The letter of the taxonomy of Hyndman et al. (2008): N, A or M. */
  String letter() {
    return letter;
  }
}
