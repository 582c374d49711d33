package org.kexin.access;

/** What a caller gets of an attribute. Ordered from least to most. */
public enum Sight {
  /** Nothing; the attribute is left out and named under {@code masked}. */
  HIDDEN,
  /** A rendering that identifies nobody by itself. */
  MASKED,
  /** The value. */
  CLEAR
}
