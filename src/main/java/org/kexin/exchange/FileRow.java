package org.kexin.exchange;

/** What a record of a file is: one that can be read, or one that is refused for its form. */
sealed interface FileRow permits Row, Refusal {

  /** Number among the records of the file, from 1, the header not counted. */
  long number();
}
