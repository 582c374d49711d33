package org.kexin.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;
import org.kexin.shared.Hashes;
import org.kexin.shared.person.FieldOutcome;

/** The receipts. Plain JDBC: rows are only ever added. */
@ApplicationScoped
class Erasures {

  private static final String COLUMNS = "person_id, request_id, erased_at, outcomes, receipt_hash";

  private final AgroalDataSource source;
  private final ObjectMapper mapper;

  Erasures(AgroalDataSource source, ObjectMapper mapper) {
    this.source = source;
    this.mapper = mapper;
  }

  /** Makes the receipt and keeps it, within the caller's transaction. */
  Erasure add(UUID person, @Nullable UUID request, Instant at, List<FieldOutcome> outcomes) {
    try (Connection connection = source.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into erasure (" + COLUMNS + ") values (?, ?, ?, ?, ?)")) {
      String json = mapper.writeValueAsString(outcomes);
      byte[] hash = Hashes.sha256(person + "\n" + at + "\n" + json);
      insert.setBytes(1, Columns.bytes(person));
      insert.setBytes(2, Columns.bytesOrNull(request));
      insert.setObject(3, Columns.utc(at));
      insert.setString(4, json);
      insert.setBytes(5, hash);
      insert.executeUpdate();
      return new Erasure(person, request, at, HexFormat.of().formatHex(hash), outcomes);
    } catch (SQLException | JsonProcessingException failure) {
      throw new IllegalStateException("A receipt cannot be kept.", failure);
    }
  }

  /** The receipt of a person's erasure. */
  Optional<Erasure> find(UUID person) {
    return select("where person_id = ?", Columns.bytes(person)).stream().findFirst();
  }

  /** Receipts from a moment on, in the order of erasure and person. */
  List<Erasure> since(Instant moment, @Nullable UUID afterPerson, int limit) {
    Object after = afterPerson == null ? new byte[0] : Columns.bytes(afterPerson);
    return select(
        "where erased_at > ? or erased_at = ? and person_id > ? order by erased_at, person_id limit ?",
        Columns.utc(moment),
        Columns.utc(moment),
        after,
        limit);
  }

  private List<Erasure> select(String condition, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select " + COLUMNS + " from erasure " + condition)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      List<Erasure> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Erasure(
                  Columns.uuid(row.getBytes(1)),
                  Columns.uuidOrNull(row.getBytes(2)),
                  Columns.instant(row.getObject(3, LocalDateTime.class)),
                  HexFormat.of().formatHex(row.getBytes(5)),
                  mapper.readValue(row.getString(4), new TypeReference<List<FieldOutcome>>() {})));
        }
      }
      return found;
    } catch (SQLException | JsonProcessingException failure) {
      throw new IllegalStateException("Receipts cannot be read.", failure);
    }
  }
}
