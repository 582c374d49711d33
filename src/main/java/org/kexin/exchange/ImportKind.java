package org.kexin.exchange;

import java.util.List;
import java.util.Set;

/** What the records of a file are and how they are taken in. */
interface ImportKind {

  /** The name that stands in requests, kebab-case. */
  String name();

  /** Formats it can be written in. */
  Set<ImportFormat> formats();

  /** Columns of the CSV form, each of which a file must have; empty where there is none. */
  List<String> columns();

  /** Rows of one transaction: few enough that it takes well under a second. */
  int batchRows();

  /** Begins to take in one file. */
  Intake begin();

  /**
   * Takes in one file, from one thread. May remember what it has seen, so that each product or
   * customer is looked up once; it is thrown away when a batch fails, because it may then remember
   * what was rolled back.
   */
  interface Intake {

    /**
     * Takes in the next rows within the present transaction.
     *
     * @return what became of every one of {@code rows}
     */
    Outcome accept(List<Row> rows);
  }
}
