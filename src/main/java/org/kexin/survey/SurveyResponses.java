package org.kexin.survey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Reach;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Columns;
import org.kexin.shared.PageRequest;
import org.kexin.shared.TimePosition;

/** The responses and their answers. */
@ApplicationScoped
class SurveyResponses implements PanacheRepositoryBase<SurveyResponse, UUID> {

  /**
   * Whoever comes second waits for the first to commit, and then changes nothing: a plain insert
   * would fail and take its transaction with it.
   */
  private static final String CLAIM =
      """
      insert into survey_response
        (id, survey_id, questions_version, customer_id, user_id, mode, state, recorded_by, version)
      values (:id, :survey, :questions, :customer, :user, :mode, 'PARTIAL', :recorder, 0)
      on duplicate key update survey_response.version = survey_response.version
      """;

  /** A new response, as it is claimed. */
  record Claim(
      UUID id,
      UUID surveyId,
      int questionsVersion,
      @Nullable UUID customerId,
      @Nullable String userId,
      SurveyMode mode,
      @Nullable String recordedBy) {}

  /** How many rows have the same question and option or score. */
  record Count(String question, String option, @Nullable Integer score, long responses) {}

  /** How many responses answer a question. */
  record Answered(String question, long responses) {}

  /**
   * Adds a partial response unless one with this id, or of this respondent, is there.
   *
   * @return the response with that id, locked; empty if the respondent has another one
   */
  Optional<SurveyResponse> claim(Claim claim) {
    session()
        .createNativeMutationQuery(CLAIM)
        .setParameter("id", Columns.bytes(claim.id()))
        .setParameter("survey", Columns.bytes(claim.surveyId()))
        .setParameter("questions", claim.questionsVersion())
        .setParameter("customer", Columns.bytesOrNull(claim.customerId()), byte[].class)
        .setParameter("user", claim.userId(), String.class)
        .setParameter("mode", claim.mode().name())
        .setParameter("recorder", claim.recordedBy(), String.class)
        .executeUpdate();
    return findForUpdate(claim.id());
  }

  Optional<SurveyResponse> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The response of a customer to a survey. */
  Optional<SurveyResponse> find(UUID survey, UUID customer) {
    return find("surveyId = ?1 and customerId = ?2", survey, customer).firstResultOptional();
  }

  /** Those of these customers who answered the survey under their name, or began to. */
  Set<UUID> answered(UUID survey, Collection<UUID> customers) {
    return new HashSet<>(
        session()
            .createSelectionQuery(
                "select r.customerId from SurveyResponse r"
                    + " where r.surveyId = :survey and r.customerId in :customers",
                UUID.class)
            .setParameter("survey", survey)
            .setParameter("customers", customers)
            .getResultList());
  }

  /** Puts these answers in the place of all that the response has. */
  void replaceAnswers(UUID response, List<Answer> answers) {
    session()
        .createMutationQuery("delete from StoredAnswer a where a.key.responseId = :response")
        .setParameter("response", response)
        .executeUpdate();
    answers.stream()
        .flatMap(answer -> StoredAnswer.of(response, answer).stream())
        .forEach(session()::persist);
  }

  /** The answers of some responses, each in the order of the keys. */
  Map<UUID, List<Answer>> answers(Collection<UUID> responses) {
    return responses.isEmpty()
        ? Map.of()
        : StoredAnswer.answers(
            session()
                .createSelectionQuery(
                    "from StoredAnswer a where a.key.responseId in :responses"
                        + " order by a.key.responseId, a.key.questionKey, a.key.optionKey",
                    StoredAnswer.class)
                .setParameter("responses", responses)
                .getResultList());
  }

  /**
   * One page of responses of customers within reach and of nobody, the highest id first.
   *
   * @param survey of a survey for customers; or null, and then {@code customer} is given
   */
  List<SurveyResponse> list(
      @Nullable UUID survey, @Nullable UUID customer, Reach reach, PageRequest page) {
    List<String> conditions = new ArrayList<>(List.of("r.userId is null"));
    Map<String, @Nullable Object> parameters = new HashMap<>();
    if (survey != null) {
      conditions.add("r.surveyId = :survey");
      parameters.put("survey", survey);
    }
    if (customer != null) {
      conditions.add("r.customerId = :customer");
      parameters.put("customer", customer);
    }
    if (reach.limited()) {
      conditions.add(
          "(r.customerId is null or " + CustomerDirectory.withinReach("r.customerId") + ")");
      parameters.put(CustomerDirectory.DEPARTMENT, reach.department());
    }
    UUID after = page.afterId();
    if (after != null) {
      conditions.add("r.id < :after");
      parameters.put("after", after);
    }
    SelectionQuery<SurveyResponse> select =
        session()
            .createSelectionQuery(
                "from SurveyResponse r where "
                    + String.join(" and ", conditions)
                    + " order by r.id desc",
                SurveyResponse.class);
    parameters.forEach(select::setParameter);
    return select.setMaxResults(page.rowsToRead()).getResultList();
  }

  /** How many complete responses a version of a survey has of each day before {@code day}. */
  SortedMap<LocalDate, Long> perDay(UUID survey, int questionsVersion, LocalDate day) {
    SortedMap<LocalDate, Long> perDay = new TreeMap<>();
    session()
        .createSelectionQuery(
            "select r.answeredOn, count(*) from SurveyResponse r where r.surveyId = :survey"
                + " and r.state = :complete and r.questionsVersion = :questions"
                + " and r.answeredOn < :day group by r.answeredOn",
            Object[].class)
        .setParameter("survey", survey)
        .setParameter("complete", ResponseState.COMPLETE)
        .setParameter("questions", questionsVersion)
        .setParameter("day", day)
        .getResultList()
        .forEach(row -> perDay.put((LocalDate) row[0], (Long) row[1]));
    return perDay;
  }

  /** How often each number and option was given in complete responses until a day. */
  List<Count> counts(UUID survey, int questionsVersion, LocalDate until) {
    return ofResults(
            "select new org.kexin.survey.SurveyResponses$Count("
                + "a.key.questionKey, a.key.optionKey, a.score, count(*))",
            "group by a.key.questionKey, a.key.optionKey, a.score",
            Count.class,
            survey,
            questionsVersion)
        .setParameter("until", until)
        .getResultList();
  }

  /** How many complete responses until a day answer each question. */
  List<Answered> answered(UUID survey, int questionsVersion, LocalDate until) {
    return ofResults(
            "select new org.kexin.survey.SurveyResponses$Answered("
                + "a.key.questionKey, count(distinct a.key.responseId))",
            "group by a.key.questionKey",
            Answered.class,
            survey,
            questionsVersion)
        .setParameter("until", until)
        .getResultList();
  }

  /** The named responses of a customer, partial ones too, the highest id first. */
  List<SurveyResponse> of(UUID customer, @Nullable UUID before, int limit) {
    return (before == null
            ? find("customerId = ?1 order by id desc", customer)
            : find("customerId = ?1 and id < ?2 order by id desc", customer, before))
        .page(0, limit)
        .list();
  }

  /**
   * Erases what a customer answered in words.
   *
   * @return answers erased
   */
  int eraseWords(UUID customer) {
    return session()
        .createMutationQuery(
            "delete from StoredAnswer a where a.words is not null and a.key.responseId in"
                + " (select r.id from SurveyResponse r where r.customerId = :customer)")
        .setParameter("customer", customer)
        .executeUpdate();
  }

  /** Erases what a customer saved and never submitted. */
  void erasePartial(UUID customer) {
    session()
        .createMutationQuery(
            "delete from StoredAnswer a where a.key.responseId in (select r.id from SurveyResponse r"
                + " where r.customerId = :customer and r.state = :partial)")
        .setParameter("customer", customer)
        .setParameter("partial", ResponseState.PARTIAL)
        .executeUpdate();
    delete("customerId = ?1 and state = ?2", customer, ResponseState.PARTIAL);
  }

  /**
   * Puts another id in the place of the customer's.
   *
   * @return responses that had it
   */
  int cutLinks(UUID customer, UUID nobody) {
    return session()
        .createMutationQuery(
            "update SurveyResponse r set r.customerId = :nobody where r.customerId = :customer")
        .setParameter("nobody", nobody)
        .setParameter("customer", customer)
        .executeUpdate();
  }

  /** As {@link SurveyTimeLine} asks: submitted ones only. */
  List<SurveyResponse> newest(UUID customer, @Nullable TimePosition behind, int limit) {
    return (behind == null
            ? find(
                "customerId = ?1 and submittedAt is not null order by submittedAt desc, id desc",
                customer)
            : find(
                "customerId = ?1 and submittedAt <= ?2 and (submittedAt < ?2 or id < ?3)"
                    + " order by submittedAt desc, id desc",
                customer,
                behind.moment(),
                behind.id()))
        .page(0, limit)
        .list();
  }

  private <T> SelectionQuery<T> ofResults(
      String select, String group, Class<T> type, UUID survey, int questionsVersion) {
    return session()
        .createSelectionQuery(
            select
                + " from SurveyResponse r join StoredAnswer a on a.key.responseId = r.id"
                + " where r.surveyId = :survey and r.state = :complete"
                + " and r.questionsVersion = :questions and r.answeredOn <= :until "
                + group,
            type)
        .setParameter("survey", survey)
        .setParameter("complete", ResponseState.COMPLETE)
        .setParameter("questions", questionsVersion);
  }

  private Session session() {
    return getEntityManager().unwrap(Session.class);
  }
}
