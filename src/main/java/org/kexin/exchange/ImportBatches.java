package org.kexin.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/**
 * Commits batches. What the rows change, which of them were refused, the counts and the position in
 * the file are one transaction: after a crash at any moment, either all of a batch happened or
 * nothing of it, and the position says which.
 */
@ApplicationScoped
class ImportBatches {

  private final ImportRuns runs;
  private final Refusals refusals;
  private final ImportedPersons persons;
  private final ImportConfig config;

  ImportBatches(ImportRuns runs, Refusals refusals, ImportedPersons persons, ImportConfig config) {
    this.runs = runs;
    this.refusals = refusals;
    this.persons = persons;
    this.config = config;
  }

  /**
   * Takes in the rows of a batch.
   *
   * @param upTo number of the last record of the batch
   * @param bytes of the file read so far
   * @return whether the run was still this worker's; if not, nothing happened
   */
  @Transactional
  boolean commit(
      ImportRun run, ImportKind.Intake intake, List<FileRow> batch, long upTo, long bytes) {
    // First, so that a worker that has lost the run does not touch anything else.
    if (!runs.lock(run)) {
      return false;
    }
    List<Row> rows = new ArrayList<>(batch.size());
    List<Refusal> broken = new ArrayList<>();
    for (FileRow row : batch) {
      switch (row) {
        case Row whole -> rows.add(whole);
        case Refusal refusal -> broken.add(refusal);
      }
    }
    Outcome outcome = rows.isEmpty() ? new Outcome(0, 0, List.of()) : intake.accept(rows);
    if (outcome.rows() != rows.size()) {
      throw new IllegalStateException("The kind " + run.kind() + " lost or invented rows.");
    }
    broken.addAll(outcome.refusals());
    refusals.add(run.id(), broken);
    persons.add(run.id(), outcome.persons());
    Outcome all = new Outcome(outcome.accepted(), outcome.unchanged(), broken);
    runs.advance(run, upTo, Math.min(bytes, run.bytesTotal()), all, config.lease());
    return true;
  }
}
