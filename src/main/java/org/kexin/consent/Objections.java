package org.kexin.consent;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.ObjectionRegister;
import org.kexin.shared.Columns;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/**
 * What persons object to. An objection outweighs every consent, also a later one: whoever ticks a
 * box in passing has not taken back what they asked for by right. It ends when the person lifts it.
 */
@ApplicationScoped
public class Objections implements ObjectionRegister, PersonalDataHolder {

  private static final String TABLE = "objection";

  private final AgroalDataSource source;
  private final ConsentingPersons persons;
  private final Event<PermissionsChanged> permissionsChanged;

  Objections(
      AgroalDataSource source,
      ConsentingPersons persons,
      Event<PermissionsChanged> permissionsChanged) {
    this.source = source;
    this.persons = persons;
    this.permissionsChanged = permissionsChanged;
  }

  /** What somebody can object to (PIPL article 24, GDPR articles 21 and 22). */
  public enum Against {
    /** Being judged by what one did. */
    PROFILING,
    /** Being decided upon by machines alone. */
    AUTOMATED
  }

  /** One objection, as the person is told. */
  @Schema(description = "What a person objects to (反对).")
  record Objection(Against against, Instant since, @Nullable Instant liftedAt) {}

  /** Has an objection stand from that moment on, unless it stands already. */
  public void add(UUID person, Against against, Instant at) {
    persons.lock(person);
    update(
        """
        insert into objection (person_id, against, since, lifted_at) values (?, ?, ?, null)
        on duplicate key update
          since = if(lifted_at is null, since, values(since)), lifted_at = null
        """,
        Columns.bytes(person),
        against.name(),
        Columns.utc(at));
    permissionsChanged.fire(new PermissionsChanged(person));
  }

  /** Ends all objections of a person. */
  public void lift(UUID person, Instant at) {
    update(
        "update objection set lifted_at = ? where person_id = ? and lifted_at is null",
        Columns.utc(at),
        Columns.bytes(person));
    permissionsChanged.fire(new PermissionsChanged(person));
  }

  @Override
  public Set<UUID> objectingToProfiling(Collection<UUID> persons) {
    if (persons.isEmpty()) {
      return Set.of();
    }
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select person_id from objection where against = ? and lifted_at is null"
                    + " and person_id in ("
                    + Columns.parameters(persons)
                    + ")")) {
      select.setString(1, Against.PROFILING.name());
      Columns.bind(select, 2, persons);
      Set<UUID> standing = new HashSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          standing.add(Columns.uuid(row.getBytes(1)));
        }
      }
      return standing;
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  @Override
  public List<UUID> objectingToProfiling(@Nullable UUID after, int limit) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select person_id from objection where against = ? and lifted_at is null"
                    + " and person_id > ? order by person_id limit ?")) {
      select.setString(1, Against.PROFILING.name());
      // No id is empty, and everything is behind the empty string.
      select.setBytes(2, after == null ? new byte[0] : Columns.bytes(after));
      select.setInt(3, limit);
      List<UUID> standing = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          standing.add(Columns.uuid(row.getBytes(1)));
        }
      }
      return standing;
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  @Override
  public Set<String> tables() {
    return Set.of(TABLE);
  }

  @Override
  public void export(UUID person, PersonFile file) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select against, since, lifted_at from objection where person_id = ?")) {
      select.setBytes(1, Columns.bytes(person));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          LocalDateTime lifted = row.getObject(3, LocalDateTime.class);
          file.add(
              "objections",
              new Objection(
                  Against.valueOf(row.getString(1)),
                  Columns.instant(row.getObject(2, LocalDateTime.class)),
                  lifted == null ? null : Columns.instant(lifted)));
        }
      }
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  @Override
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    long rows = update("delete from objection where person_id = ?", Columns.bytes(person));
    return new ArrayList<>(
        FieldOutcome.erased(TABLE, rows, "person_id", "against", "since", "lifted_at"));
  }

  private int update(String sql, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      return update.executeUpdate();
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  private static IllegalStateException failed(SQLException cause) {
    return new IllegalStateException("Objections cannot be used.", cause);
  }
}
