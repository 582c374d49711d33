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

  AccessHistory(AccessRecords records) {
    this.records = records;
  }

  /** Accesses to one customer, newest first; also of one that was deleted since. */
  public AccessPage of(UUID customer, PageRequest page) {
    try {
      List<AccessView> rows =
          records.about(customer, page.afterId(), page.rowsToRead()).stream()
              .map(AccessView::of)
              .toList();
      Page<AccessView> cut = Page.of(rows, page, access -> access.id().toString());
      return new AccessPage(cut.items(), cut.nextPageToken());
    } catch (SQLException e) {
      throw new IllegalStateException("The access records cannot be read.", e);
    }
  }
}
