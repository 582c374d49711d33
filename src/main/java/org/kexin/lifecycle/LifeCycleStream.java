package org.kexin.lifecycle;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/**
 * Reads where customers stand for analyses in one pass, with memory that does not grow with their
 * number. Uses the {@code analysis} data source, which may lag behind the primary.
 */
@ApplicationScoped
public class LifeCycleStream {

  // In the order of both keys: nothing is sorted.
  private static final String STORIES =
      """
      select l.customer_id, l.stage, l.since, c.changed_at, c.from_stage, c.to_stage
      from life_cycle l force index (primary)
      left join life_cycle_change c force index (life_cycle_change_customer)
        on c.customer_id = l.customer_id
      order by l.customer_id, c.changed_at, c.id
      """;

  private final AgroalDataSource source;

  LifeCycleStream(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * Gives every customer of whom a stage was derived to {@code consumer}. Nothing is derived of who
   * objects to it, so they are not among them. What the consumer throws ends the reading and is
   * thrown on.
   *
   * @throws IllegalStateException if the database fails while reading
   */
  public void read(Consumer<LifeCycleStory> consumer) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                STORIES, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      // Connector/J: this value, and no other, makes rows come one by one instead of all at once.
      select.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet row = select.executeQuery()) {
        Open open = null;
        while (row.next()) {
          UUID customer = Columns.uuid(row.getBytes(1));
          if (open == null || !open.customer.equals(customer)) {
            close(open, consumer);
            open = new Open(customer, row);
          }
          open.add(row);
        }
        close(open, consumer);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Stages of customers cannot be read.", failure);
    }
  }

  private static void close(@Nullable Open open, Consumer<LifeCycleStory> consumer) {
    if (open != null) {
      consumer.accept(new LifeCycleStory(open.customer, open.stage, open.since, open.moves));
    }
  }

  /** A customer whose rows are being read. */
  private static final class Open {
    private final UUID customer;
    private final LifeCycleStage stage;
    private final Instant since;
    private final List<LifeCycleStory.Move> moves = new ArrayList<>();

    Open(UUID customer, ResultSet row) throws SQLException {
      this.customer = customer;
      this.stage = LifeCycleStage.valueOf(row.getString(2));
      this.since = Columns.instant(row.getObject(3, LocalDateTime.class));
    }

    void add(ResultSet row) throws SQLException {
      LocalDateTime at = row.getObject(4, LocalDateTime.class);
      if (at != null) {
        moves.add(
            new LifeCycleStory.Move(
                Columns.instant(at),
                LifeCycleStage.valueOf(row.getString(5)),
                LifeCycleStage.valueOf(row.getString(6))));
      }
    }
  }
}
