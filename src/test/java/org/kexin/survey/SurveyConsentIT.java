package org.kexin.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.Consents.given;
import static org.kexin.testing.Consents.record;
import static org.kexin.testing.Consents.withdrawn;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.anId;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;
import static org.kexin.testing.Surveys.answers;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kexin.consent.ConsentChannel;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;
import org.kexin.testing.Surveys;
import org.kexin.testing.Together;

/** Nobody is invited without consent, and what rests on a consent goes with it. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class SurveyConsentIT {

  private static final String INVITATIONS = "/v1/surveys/{id}/invitations";

  /** Each channel against each way in which a person can agree, or not. */
  @ParameterizedTest
  @EnumSource(ConsentChannel.class)
  void onlyWhoAgreesToTheChannelIsInvited(ConsentChannel channel) throws SQLException {
    ConsentChannel another =
        channel == ConsentChannel.SMS ? ConsentChannel.EMAIL : ConsentChannel.SMS;
    Map<String, Object> forChannel = with(given("MARKETING"), "channel", channel.name());
    Map<String, String> persons = new LinkedHashMap<>();
    persons.put("never asked", created(aPerson()));
    persons.put("given", agreeing(forChannel));
    persons.put("given for all channels", agreeing(given("MARKETING")));
    persons.put("other use", agreeing(given("PROFILING")));
    persons.put("other channel", agreeing(with(given("MARKETING"), "channel", another.name())));
    persons.put(
        "all but this",
        agreeing(given("MARKETING"), with(withdrawn("MARKETING"), "channel", channel.name())));
    persons.put("withdrawn", agreeing(forChannel, withdrawn("MARKETING")));
    persons.put(
        "expired",
        agreeing(
            with(
                with(forChannel, "decidedAt", "2025-03-01T00:00:00Z"),
                "validUntil",
                "2026-03-01T00:00:00Z")));
    String restricted = agreeing(forChannel);
    PrivacyCalls.answer(PrivacyCalls.identified(restricted, "RESTRICTION")).statusCode(200);
    persons.put("restricted", restricted);
    String deleted = agreeing(forChannel);
    People.delete(deleted);
    persons.put("deleted", deleted);
    persons.put("nobody", anId().toString());
    String survey = Surveys.published();

    JsonPath answer =
        Api.writing(MARKETING)
            .body(Map.of("channel", channel.name(), "customerIds", List.copyOf(persons.values())))
            .post(INVITATIONS, survey)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    Map<String, String> outcomes = new LinkedHashMap<>();
    int index = 0;
    for (String state : persons.keySet()) {
      outcomes.put(
          state,
          Objects.requireNonNullElse(
              answer.getString("items[%d].problem.code".formatted(index)),
              answer.getString("items[%d].outcome".formatted(index))));
      index++;
    }
    assertThat(outcomes)
        .containsExactly(
            Map.entry("never asked", "consent-missing"),
            Map.entry("given", "INVITED"),
            Map.entry("given for all channels", "INVITED"),
            Map.entry("other use", "consent-missing"),
            Map.entry("other channel", "consent-missing"),
            Map.entry("all but this", "consent-missing"),
            Map.entry("withdrawn", "consent-missing"),
            Map.entry("expired", "consent-missing"),
            Map.entry("restricted", "not-found"),
            Map.entry("deleted", "consent-missing"),
            Map.entry("nobody", "consent-missing"));
    assertThat(
            Database.rows(
                "select customer_id from survey_invitation where survey_id = ?",
                Database.bytes(survey)))
        .extracting(row -> String.valueOf(row.get("customer_id")))
        .containsExactlyInAnyOrder(persons.get("given"), persons.get("given for all channels"));
  }

  @Test
  void aWithdrawalTakesBackWhatRestsOnItInTheSameCommit() throws SQLException {
    String survey = Surveys.published();
    String another = Surveys.published();
    String answered = Surveys.published();
    String customer = Surveys.anAgreeing();
    String token = Surveys.invited(survey, customer, "SMS").path("items[0].token");
    Surveys.invited(another, customer, "EMAIL");
    String done = Surveys.invited(answered, customer, "SMS").path("items[0].token");
    Surveys.sent(SERVICE_AGENT, answered, anId(), Surveys.byToken(done, true, answers()))
        .then()
        .statusCode(200);

    record(customer, with(withdrawn("MARKETING"), "channel", "SMS"));

    assertThat(states(customer))
        .containsOnly(
            Map.entry(survey, "CANCELLED"),
            Map.entry(another, "OPEN"),
            Map.entry(answered, "ANSWERED"));
    Surveys.sent(SERVICE_AGENT, survey, anId(), Surveys.byToken(token, true, answers()))
        .then()
        .statusCode(409)
        .body("code", equalTo("invitation-cancelled"));
    // Whoever then sits opposite and wants to answer may.
    Surveys.sent(SERVICE_AGENT, survey, anId(), Surveys.opposite(customer, true, answers()))
        .then()
        .statusCode(200);
    Surveys.agreed(customer);
    Surveys.asked(MARKETING, survey, customer, "SMS")
        .then()
        .statusCode(200)
        .body("items[0].problem.code", equalTo("already-invited"));
  }

  @Test
  void whoIsRestrictedOrDeletedIsNotInvitedAnyMore() throws SQLException {
    String survey = Surveys.published();
    String restricted = Surveys.anAgreeing();
    String deleted = Surveys.anAgreeing();
    Surveys.invited(survey, restricted, "SMS");
    Surveys.invited(survey, deleted, "SMS");

    PrivacyCalls.answer(PrivacyCalls.identified(restricted, "RESTRICTION")).statusCode(200);
    People.delete(deleted);

    assertThat(states(restricted)).containsOnly(Map.entry(survey, "CANCELLED"));
    assertThat(states(deleted)).containsOnly(Map.entry(survey, "CANCELLED"));
  }

  @Test
  void aWithdrawalThatIsRolledBackTakesNothingBack() throws SQLException {
    String survey = Surveys.published();
    String customer = Surveys.anAgreeing();
    Surveys.invited(survey, customer, "SMS");

    Api.writing(SERVICE_AGENT)
        .body(
            Map.of(
                "decisions",
                List.of(
                    withdrawn("MARKETING"),
                    with(given("PROFILING"), "noticeId", anId().toString()))))
        .post("/v1/customers/{id}/consents", customer)
        .then()
        .statusCode(400);

    assertThat(states(customer)).containsOnly(Map.entry(survey, "OPEN"));
  }

  @Test
  void nobodyIsAskedTwiceInOneSurveyHoweverOftenItIsTried()
      throws SQLException, InterruptedException, ExecutionException {
    String survey = Surveys.published();
    String customer = Surveys.anAgreeing();
    List<Callable<Response>> attempts = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      attempts.add(() -> Surveys.asked(MARKETING, survey, customer, "SMS"));
    }

    List<Response> answers = Together.run(attempts);

    assertThat(answers)
        .filteredOn(answer -> "INVITED".equals(answer.path("items[0].outcome")))
        .hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !"INVITED".equals(answer.path("items[0].outcome")))
        .allSatisfy(
            answer ->
                assertThat(
                        answer.statusCode() == 409
                            ? answer.<String>path("code")
                            : answer.<String>path("items[0].problem.code"))
                    .isEqualTo("already-invited"));
    assertThat(
            Database.rows(
                "select 1 from survey_invitation where survey_id = ?", Database.bytes(survey)))
        .hasSize(1);
  }

  @Test
  void aTokenIsGivenAgainToTheSameCallAndKeptNowhere() throws SQLException {
    String survey = Surveys.published();
    String customer = Surveys.anAgreeing();
    String key = UUID.randomUUID().toString();
    Map<String, Object> body = Map.of("channel", "SMS", "customerIds", List.of(customer));

    String token = Objects.requireNonNull(invited(survey, key, body));

    assertThat(token).matches("[0-9a-f]{32}");
    assertThat(invited(survey, key, body)).isEqualTo(token);
    assertThat(
            Database.rows(
                "select answer from idempotency_key where answer like ?", "%" + token + "%"))
        .isEmpty();
    assertThat(
            Database.rows(
                "select 1 from survey_invitation where survey_id = ? and token_hash = unhex(sha2(?, 256))",
                Database.bytes(survey),
                token))
        .hasSize(1);
    record(customer, withdrawn("MARKETING"));
    assertThat(invited(survey, key, body)).isNull();
  }

  private static @Nullable String invited(String survey, String key, Map<String, Object> body) {
    return Api.as(MARKETING)
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post(INVITATIONS, survey)
        .then()
        .statusCode(200)
        .body("items.outcome", contains("INVITED"))
        .extract()
        .path("items[0].token");
  }

  private static String agreeing(Object... decisions) {
    String customer = created(aPerson());
    for (Object decision : decisions) {
      record(customer, decision);
    }
    return customer;
  }

  private static Map<String, String> states(String customer) throws SQLException {
    Map<String, String> states = new LinkedHashMap<>();
    for (Map<String, @Nullable Object> row :
        Database.rows(
            "select survey_id, state from survey_invitation where customer_id = ?",
            Database.bytes(customer))) {
      states.put(String.valueOf(row.get("survey_id")), String.valueOf(row.get("state")));
    }
    return states;
  }
}
