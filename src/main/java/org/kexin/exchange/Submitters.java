package org.kexin.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.kexin.access.Actor;
import org.kexin.shared.Columns;

/** Who sent a file, as the row of its import keeps them. */
@ApplicationScoped
class Submitters {

  private final ObjectMapper mapper;

  Submitters(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** As it stands in the column {@code submitter}. */
  String text(Actor submitter) {
    try {
      return mapper.writeValueAsString(submitter);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The submitter of an import cannot be written.", e);
    }
  }

  /** Of the row that the result stands on; rows of earlier versions only know the user. */
  Actor of(ResultSet row) throws SQLException {
    String submitter = row.getString("submitter");
    if (submitter == null) {
      return Actor.knownOnlyAs(
          row.getString("submitted_by"),
          "createImport",
          Columns.uuid(row.getBytes("id")).toString());
    }
    try {
      return mapper.readValue(submitter, Actor.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The submitter of an import cannot be read.", e);
    }
  }
}
