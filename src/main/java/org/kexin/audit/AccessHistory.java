package org.kexin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;

/** Reading back who looked. */
@ApplicationScoped
public class AccessHistory {

  private final AccessRecords records;
  private final Chainer chainer;

  AccessHistory(AccessRecords records, Chainer chainer) {
    this.records = records;
    this.chainer = chainer;
  }

  /** Accesses to one customer, newest first; also of one that was deleted since. */
  public AccessPage of(UUID customer, PageRequest page) {
    try {
      if (page.after() == null) {
        // What was written a moment ago is found by its person only when it is in the chain.
        chainer.catchUp();
      }
      long[] before = page.afterNumbers(2, Long.MAX_VALUE);
      List<AccessRecords.Found> rows =
          records.about(
              customer, before[0], (int) Math.min(before[1], Integer.MAX_VALUE), page.rowsToRead());
      Page<AccessView> cut =
          Page.of(rows, page, row -> row.seq() + "." + row.place())
              .map(row -> AccessView.of(row.record()));
      return new AccessPage(cut.items(), cut.nextPageToken());
    } catch (SQLException e) {
      throw new IllegalStateException("The access records cannot be read.", e);
    }
  }
}
