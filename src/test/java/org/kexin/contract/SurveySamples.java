package org.kexin.contract;

import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.People.OWN_CUSTOMER;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.anId;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kexin.contract.OwnedRecords.Whose;
import org.kexin.testing.Api;
import org.kexin.testing.People;
import org.kexin.testing.Surveys;

/** Surveys in the states that operations ask for. */
final class SurveySamples implements FeatureSamples {

  private static final String OF_NOBODY = "customerId=0192f1c4-7d5e-7a3b-9c1d-000000000000";

  private static final AtomicReference<String> TOKEN = new AtomicReference<>("");

  @Override
  public Map<String, Supplier<Object>> bodies() {
    return Map.of(
        "createSurvey", Surveys::aSurvey,
        "patchSurvey", () -> Map.of("service", "service-" + digits(9)),
        "inviteToSurvey",
            () -> Map.of("channel", "SMS", "customerIds", List.of(Surveys.anAgreeing())),
        // Every role may send answers with a token, and some only so.
        "saveSurveyResponse", () -> Surveys.byToken(token(), true, Surveys.answers()),
        "saveMySurveyResponse",
            () -> Map.of("questionsVersion", 1, "complete", true, "answers", Surveys.answers()));
  }

  @Override
  public Map<String, Supplier<Map<String, String>>> paths() {
    return Map.of(
        "/v1/surveys/{id}/closures", () -> Map.of("id", Surveys.published()),
        "/v1/surveys/{id}/invitations", () -> Map.of("id", withSomebodyInvited()),
        "/v1/surveys/{id}/responses/by-client-id/{responseId}", SurveySamples::withToken,
        "/v1/surveys/{id}/results", () -> Map.of("id", Surveys.published()),
        "/v1/me/surveys/{id}", () -> Map.of("id", inviting()),
        "/v1/me/surveys/{id}/responses/by-client-id/{responseId}",
            () -> Map.of("id", inviting(), "responseId", anId().toString()));
  }

  @Override
  public Map<String, String> queries() {
    return Map.of("listSurveyResponses", OF_NOBODY);
  }

  @Override
  public Map<String, Function<ContractCall, Response>> collisions() {
    return Map.of(
        "patchSurvey",
        SurveySamples::patchOfAClosedOne,
        "saveSurveyResponse",
        SurveySamples::underAUsedInvitation,
        "getMySurvey",
        call -> call.at(closed(inviting())).send(),
        "saveMySurveyResponse",
        call -> call.at(ofAClosedOne(inviting())).send());
  }

  @Override
  public Map<String, Probe> probes() {
    return Map.of(
        "inviteToSurvey", SurveySamples::invitation,
        "listSurveyInvitations", SurveySamples::listedInvitation,
        "saveSurveyResponse", SurveySamples::response,
        "listSurveyResponses", SurveySamples::listedResponse);
  }

  @Override
  public Map<String, Function<ContractCall, ContractCall>> showing() {
    return Map.of("listSurveyResponses", call -> call.asking("customerId=" + aRespondent()));
  }

  @Override
  public Set<String> namesNobody() {
    return Set.of("getSurveyResults");
  }

  @Override
  public Set<String> changesNoPerson() {
    return Set.of("createSurvey", "patchSurvey", "publishSurvey", "closeSurvey");
  }

  /** Where the next answers belong: a survey that somebody is invited to, with {@link #TOKEN}. */
  private static Map<String, String> withToken() {
    String survey = Surveys.published();
    TOKEN.set(Surveys.invited(survey, Surveys.anAgreeing(), "SMS").path("items[0].token"));
    return Map.of("id", survey, "responseId", anId().toString());
  }

  private static String token() {
    return Objects.requireNonNull(TOKEN.get());
  }

  private static Response underAUsedInvitation(ContractCall call) {
    call.send().then().statusCode(200);
    Map<String, String> elsewhere = new HashMap<>(call.path());
    elsewhere.put("responseId", anId().toString());
    return call.at(elsewhere).send();
  }

  private static String withSomebodyInvited() {
    String survey = Surveys.published();
    Surveys.invited(survey, Surveys.anAgreeing(), "SMS");
    return survey;
  }

  /** A survey that the caller with the role customer is invited to. */
  private static String inviting() {
    People.ownCustomer();
    Surveys.agreed(OWN_CUSTOMER);
    String survey = Surveys.published();
    Surveys.invited(survey, OWN_CUSTOMER, "APP");
    return survey;
  }

  private static String closed(String survey) {
    Surveys.closed(survey);
    return survey;
  }

  private static Map<String, String> ofAClosedOne(String survey) {
    return Map.of("id", closed(survey), "responseId", anId().toString());
  }

  private static Response patchOfAClosedOne(ContractCall call) {
    String survey = Surveys.published();
    String etag = Surveys.closed(survey);
    return call.at(survey).with(ContractCall.IF_MATCH, etag).send();
  }

  private static String aRespondent() {
    String customer = created(aPerson());
    answered(customer);
    return customer;
  }

  private static void answered(String customer) {
    Surveys.sent(
            Api.DATA_STEWARD,
            Surveys.published(),
            anId(),
            Surveys.opposite(customer, true, Surveys.answers()))
        .then()
        .statusCode(200);
  }

  private static String invitation(ContractCall call, String role, Whose whose) {
    if (!call.operation().roles().contains(role)) {
      return Probes.whole(call);
    }
    String customer = OwnedRecords.customer(role, whose);
    Surveys.agreed(customer);
    Response answer =
        Probes.sending(call, Map.of("channel", "SMS", "customerIds", List.of(customer))).send();
    boolean refused =
        answer.statusCode() == 200 && "REFUSED".equals(answer.path("items[0].outcome"));
    return refused ? "N" : Probes.status(answer);
  }

  private static String listedInvitation(ContractCall call, String role, Whose whose) {
    if (!call.operation().roles().contains(role)) {
      return Probes.whole(call);
    }
    String customer = OwnedRecords.customer(role, whose);
    Surveys.agreed(customer);
    String survey = Surveys.published();
    Surveys.invited(survey, customer, "SMS");
    return Probes.row(call.at(survey), "items", "customerId", customer);
  }

  private static String response(ContractCall call, String role, Whose whose) {
    String customer = role.equals(CUSTOMER) ? OWN_CUSTOMER : OwnedRecords.customer(role, whose);
    return Probes.whole(
        Probes.sending(call, Surveys.opposite(customer, true, Surveys.answers()))
            .at(Map.of("id", Surveys.published(), "responseId", anId().toString())));
  }

  private static String listedResponse(ContractCall call, String role, Whose whose) {
    if (!call.operation().roles().contains(role)) {
      return Probes.whole(call);
    }
    String customer = OwnedRecords.customer(role, whose);
    answered(customer);
    return Probes.row(call.asking("customerId=" + customer), "items", "customerId", customer);
  }
}
