package org.kexin.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;

/** Reading and cancelling imports. */
@ApplicationScoped
class ImportService {

  private final ImportRuns runs;

  ImportService(ImportRuns runs) {
    this.runs = runs;
  }

  ImportRun read(UUID id) {
    return runs.find(id).orElseThrow(ProblemException::notFound);
  }

  /** How far it is; empty where there is no such import. */
  Optional<ImportProgress> progress(UUID id) {
    return runs.find(id).map(ImportProgress::of);
  }

  Page<ImportView> list(PageRequest page) {
    List<ImportRun> rows = runs.list(page);
    return Page.of(rows, page, run -> run.id().toString()).map(ImportView::of);
  }

  /**
   * Stops an import; what was committed stays.
   *
   * @throws ProblemException {@code not-ready} if it has completed or failed
   */
  @Transactional
  Receipt cancel(UUID id) {
    boolean cancelled = runs.cancel(id);
    ImportRun run = read(id);
    if (!cancelled && run.state() != ImportState.CANCELLED) {
      throw new ProblemException(
          ProblemCode.NOT_READY, "It has ended already; there is nothing left to cancel.");
    }
    return new Receipt(id, null, run.epoch());
  }
}
