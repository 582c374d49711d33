package org.kexin.survey;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/**
 * Reads submitted answers in numbers for analyses, with memory that does not grow with their
 * number. Uses the {@code analysis} data source, which may lag behind the primary. What was
 * answered in words is out of its reach.
 */
@ApplicationScoped
public class OpinionReader {

  private static final String QUESTIONNAIRES =
      """
      select s.id, q.questions_version, s.audience, s.product_id, s.service, q.questions
      from survey s join survey_questionnaire q on q.survey_id = s.id
      where q.published_at is not null
      order by s.id, q.questions_version
      """;

  // In the order of the index, each response with its answers by their primary key: no sorting.
  private static final String ANSWERS =
      """
      select r.answered_on, r.id, a.score
      from survey_response r force index (survey_response_results)
      left join survey_answer a
        on a.response_id = r.id and a.option_key = '' and a.question_key in (:keys)
      where r.survey_id = ? and r.state = 'COMPLETE' and r.questions_version = ?
        and r.answered_on < ?
      order by r.answered_on, r.id
      """;

  private static final String ANSWERS_OF_CUSTOMER =
      """
      select r.survey_id, r.questions_version, r.submitted_at, a.question_key, a.score, q.questions
      from survey_response r
      join survey_questionnaire q
        on q.survey_id = r.survey_id and q.questions_version = r.questions_version
      join survey_answer a on a.response_id = r.id
      where r.customer_id = ? and r.state = 'COMPLETE' and r.submitted_at is not null
        and a.score is not null
      order by r.submitted_at desc, r.id desc, a.question_key
      """;

  private final AgroalDataSource source;

  OpinionReader(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * One answer of a response.
   *
   * @param day on which it was submitted, in UTC
   * @param score null where the question was left blank
   */
  public record Given(LocalDate day, UUID responseId, @Nullable Integer score) {}

  /** What a customer last answered to a question of some type, under their name. */
  public record LastAnswer(UUID surveyId, Instant submittedAt, int score) {}

  /**
   * Every published version of a survey that asks a question of this type, by survey and version.
   */
  public List<AskedQuestions> asking(QuestionType type) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(QUESTIONNAIRES);
        ResultSet row = select.executeQuery()) {
      List<AskedQuestions> asking = new ArrayList<>();
      while (row.next()) {
        List<String> keys =
            questions(row.getString(6)).stream()
                .filter(question -> question.type() == type)
                .map(Question::key)
                .sorted()
                .toList();
        if (!keys.isEmpty()) {
          asking.add(
              new AskedQuestions(
                  Columns.uuid(row.getBytes(1)),
                  row.getInt(2),
                  SurveyAudience.valueOf(row.getString(3)) == SurveyAudience.STAFF,
                  Columns.uuidOrNull(row.getBytes(4)),
                  row.getString(5),
                  keys));
        }
      }
      return asking;
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
  }

  /**
   * Gives the answers to some questions to {@code consumer}, those of one day and of one response
   * one after the other, from the earliest day on; a response without any has one without a score.
   *
   * @param before only responses of earlier days, in UTC
   */
  public void stream(AskedQuestions questions, LocalDate before, Consumer<Given> consumer) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                ANSWERS.replace(":keys", Columns.parameters(questions.keys())),
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY)) {
      int next = Columns.bindTexts(select, 1, questions.keys());
      select.setBytes(next++, Columns.bytes(questions.surveyId()));
      select.setInt(next++, questions.questionsVersion());
      select.setObject(next, before);
      // Connector/J: this value, and no other, makes rows come one by one instead of all at once.
      select.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          consumer.accept(
              new Given(
                  row.getObject(1, LocalDate.class),
                  Columns.uuid(row.getBytes(2)),
                  row.getObject(3, Integer.class)));
        }
      }
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
  }

  /** What a customer last answered under their name, by type of question. */
  public Map<QuestionType, LastAnswer> lastOf(UUID customer) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(ANSWERS_OF_CUSTOMER)) {
      select.setBytes(1, Columns.bytes(customer));
      Map<QuestionType, LastAnswer> last = new EnumMap<>(QuestionType.class);
      Map<String, Map<String, QuestionType>> types = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          QuestionType type =
              types.computeIfAbsent(row.getString(6), OpinionReader::types).get(row.getString(4));
          if (type != null) {
            last.putIfAbsent(
                type,
                new LastAnswer(
                    Columns.uuid(row.getBytes(1)),
                    Columns.instant(row.getObject(3, LocalDateTime.class)),
                    row.getInt(5)));
          }
        }
      }
      return last;
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
  }

  private static Map<String, QuestionType> types(String questions) {
    Map<String, QuestionType> types = new HashMap<>();
    questions(questions).forEach(question -> types.put(question.key(), question.type()));
    return types;
  }

  private static List<Question> questions(String json) {
    return Objects.requireNonNull(new JsonColumns.OfQuestions().convertToEntityAttribute(json));
  }

  private static IllegalStateException unreadable(SQLException failure) {
    return new IllegalStateException("Answers to surveys cannot be read.", failure);
  }
}
