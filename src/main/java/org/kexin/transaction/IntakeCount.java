package org.kexin.transaction;

import java.util.List;

/**
 * What an intake did.
 *
 * @param newTransactions transactions that were not known before
 * @param newLines lines added, to new and to known transactions
 * @param unchangedLines lines whose number was there already; nothing of them is compared or
 *     changed
 * @param unreferencedReturnLines of the new lines, those of returns whose order was not found
 * @param contradictions lines that were not added because kind, customer or currency differ from
 *     what is known of their transaction; empty for a source that does not contradict itself
 */
public record IntakeCount(
    int newTransactions,
    int newLines,
    int unchangedLines,
    int unreferencedReturnLines,
    List<Contradiction> contradictions) {

  /** Copies the contradictions. */
  public IntakeCount {
    contradictions = List.copyOf(contradictions);
  }

  /** A line that contradicts the transaction it claims to belong to. */
  public record Contradiction(String source, String number, int lineNo) {}
}
