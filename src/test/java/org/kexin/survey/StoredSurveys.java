package org.kexin.survey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.testing.Database;

/** What stands in the tables of surveys. */
final class StoredSurveys {

  private StoredSurveys() {}

  static List<Map<String, @Nullable Object>> rows(String survey) throws SQLException {
    return Database.rows(
        "select * from survey_response where survey_id = ?", Database.bytes(survey));
  }

  static List<Map<String, @Nullable Object>> invitations(String survey) throws SQLException {
    return Database.rows(
        "select * from survey_invitation where survey_id = ?", Database.bytes(survey));
  }

  static List<String> stored(String survey) throws SQLException {
    return Database.rows(
            "select concat_ws(' ', question_key, option_key, coalesce(score, 'null'),"
                + " coalesce(words, 'null')) as answer from survey_answer a"
                + " join survey_response r on r.id = a.response_id where r.survey_id = ?"
                + " order by 1",
            Database.bytes(survey))
        .stream()
        .map(row -> String.valueOf(row.get("answer")))
        .toList();
  }

  /** The tables of surveys that hold this id, as bytes or as text. */
  static List<String> columnsHolding(UUID id) throws SQLException {
    List<String> found = new ArrayList<>();
    for (byte[] form : List.of(Database.bytes(id.toString()), id.toString().getBytes(US_ASCII))) {
      for (Map<String, @Nullable Object> column :
          Database.rows(
              "select table_name as t, column_name as c from information_schema.columns"
                  + " where table_schema = ? and table_name not like 'flyway%'",
              Database.schema())) {
        if (!Database.rows(
                "select 1 from `%s` where instr(cast(`%s` as binary), cast(? as binary)) > 0 limit 1"
                    .formatted(column.get("t"), column.get("c")),
                (Object) form)
            .isEmpty()) {
          found.add(column.get("t") + "." + column.get("c"));
        }
      }
    }
    return found;
  }

  static void execute(String sql, String survey) throws SQLException {
    try (var connection = Database.connection();
        var update = connection.prepareStatement(sql)) {
      update.setBytes(1, Database.bytes(survey));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
