package org.kexin.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.kexin.shared.Columns;

/**
 * Where a change leaves its record, in its own transaction: both are committed, or neither is.
 *
 * <p>Not the log itself, because a batch there is numbered by its writer and visible in that order,
 * which transactions of any length that end in any order cannot promise. {@link ChangeCarrier}
 * moves the records over.
 */
@ApplicationScoped
public class ChangeOutbox {

  private static final String INSERT = "insert into change_outbox (id, line) values (?, ?)";

  private final AgroalDataSource source;

  ChangeOutbox(AgroalDataSource source) {
    this.source = source;
  }

  /**
   * Adds records to the caller's transaction, in one round trip.
   *
   * @throws jakarta.transaction.TransactionalException if there is no transaction: what would be
   *     recorded could then still fail, or have happened without a record
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(List<AccessRecord> changes) {
    try (Connection connection = source.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (AccessRecord change : changes) {
        insert.setBytes(1, Columns.bytes(change.id()));
        insert.setString(2, AccessLine.of(change));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("The record of a change cannot be written.", e);
    }
  }
}
