package org.kexin.customer;

/**
 * A part of a name to look for. The full-text index holds pairs of characters (MySQL's ngram parser
 * with a token size of two), so shorter parts are looked for at the start of the name.
 */
record NamePart(String text) {

  private static final int TOKEN_SIZE = 2;

  /** Whether the full-text index can answer. */
  boolean isIndexed() {
    return searchable().length() >= TOKEN_SIZE;
  }

  /** A boolean-mode phrase: neighbouring pairs in order, which is "contains". */
  String phrase() {
    return '"' + searchable() + '"';
  }

  /** A LIKE pattern in which the caller's wildcards are plain characters; escape is {@code !}. */
  String likePrefix() {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }

  /** Boolean mode would take these as operators; the index does not hold them either. */
  private String searchable() {
    return text.replaceAll("[\"+\\-<>()~*@%_\\\\]", " ").strip();
  }
}
