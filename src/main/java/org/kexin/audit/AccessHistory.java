package org.kexin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;

/** Reading back who looked. */
@ApplicationScoped
public class AccessHistory {

  private final AccessRecords records;
  private final UserRecords userRecords;
  private final Chainer chainer;

  AccessHistory(AccessRecords records, UserRecords userRecords, Chainer chainer) {
    this.records = records;
    this.userRecords = userRecords;
    this.chainer = chainer;
  }

  /** How many accesses to one customer are in the chain. */
  long count(UUID customer) {
    try {
      return records.count(customer);
    } catch (SQLException e) {
      throw new IllegalStateException("The access records cannot be read.", e);
    }
  }

  /** Accesses to one customer, newest first; also of one that was deleted since. */
  public AccessPage of(UUID customer, PageRequest page) {
    Page<AccessView> cut = records(customer, page).map(AccessView::of);
    return new AccessPage(cut.items(), cut.nextPageToken());
  }

  /** Records about one customer, newest first; also of one that was deleted since. */
  public Page<AccessRecord> records(UUID customer, PageRequest page) {
    try {
      begin(page);
      long[] before = page.afterNumbers(2, Long.MAX_VALUE);
      List<AccessRecords.Found> rows =
          records.about(
              customer, before[0], (int) Math.min(before[1], Integer.MAX_VALUE), page.rowsToRead());
      return cut(rows, page);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Records of what one user did, newest first. */
  public Page<AccessRecord> by(String userId, PageRequest page) {
    try {
      begin(page);
      long[] before = page.afterNumbers(2, Long.MAX_VALUE);
      List<AccessRecords.Found> rows = new ArrayList<>();
      userRecords.newestFirst(
          userId,
          before[0],
          (int) Math.min(before[1], Integer.MAX_VALUE),
          found -> {
            rows.add(found);
            return rows.size() < page.rowsToRead();
          });
      return cut(rows, page);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** What was written a moment ago is found only when it is in the chain. */
  private void begin(PageRequest page) throws SQLException {
    if (page.after() == null) {
      chainer.catchUp();
    }
  }

  private static Page<AccessRecord> cut(List<AccessRecords.Found> rows, PageRequest page) {
    return Page.of(rows, page, row -> row.seq() + "." + row.place())
        .map(AccessRecords.Found::record);
  }

  private static IllegalStateException unreadable(SQLException cause) {
    return new IllegalStateException("The access records cannot be read.", cause);
  }
}
