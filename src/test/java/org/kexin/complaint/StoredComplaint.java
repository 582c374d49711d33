package org.kexin.complaint;

import java.sql.SQLException;
import org.kexin.testing.Database;

/** A complaint as it stands in its tables. */
final class StoredComplaint {

  private StoredComplaint() {}

  /** All that stands in the tables of a complaint. */
  static String of(String complaint) throws SQLException {
    byte[] id = Database.bytes(complaint);
    return Database.rows(
            "select state, version, changed_at, rating, attend_at from complaint where id = ?", id)
        + " "
        + Database.rows(
            "select clock, run_no, state, since, used_micros, warned from complaint_clock"
                + " where complaint_id = ? order by clock",
            id)
        + " "
        + Database.rows(
            "select count(*) as events from complaint_event where complaint_id = ?", id);
  }
}
