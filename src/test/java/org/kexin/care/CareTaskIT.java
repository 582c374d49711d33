package org.kexin.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.care.Care.agrees;
import static org.kexin.care.Care.bornOn;
import static org.kexin.care.Care.claim;
import static org.kexin.care.Care.complete;
import static org.kexin.care.Care.dismiss;
import static org.kexin.care.Care.made;
import static org.kexin.care.Care.read;
import static org.kexin.care.Care.rule;
import static org.kexin.care.Care.taskOf;
import static org.kexin.care.Care.tasks;
import static org.kexin.care.Care.today;
import static org.kexin.care.Care.withdraws;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;

/** Tasks: never without the consent that they need, claimed by one, ended once. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class CareTaskIT {

  private static final List<String> CHANNELS = List.of("PHONE", "SMS", "EMAIL", "POST", "APP");

  @Inject CareJob job;

  static Stream<Arguments> consents() {
    return CHANNELS.stream()
        .flatMap(
            channel ->
                Stream.of(
                        "never",
                        "given",
                        "for all",
                        "withdrawn",
                        "expired",
                        "other",
                        "restricted",
                        "deleted")
                    .map(consent -> Arguments.of(channel, consent)));
  }

  @ParameterizedTest
  @MethodSource("consents")
  void aTaskIsMadeOnlyWithConsentToItsChannel(String channel, String consent) {
    String customer = bornOn(today());
    switch (consent) {
      case "never" -> {}
      case "given" -> agrees(customer, channel);
      case "for all" -> Consents.record(customer, Consents.given("MARKETING"));
      case "withdrawn" -> {
        agrees(customer, channel);
        withdraws(customer, channel);
      }
      case "expired" ->
          Consents.record(
              customer,
              with(
                  with(
                      with(Consents.given("MARKETING"), "channel", channel),
                      "decidedAt",
                      "2026-01-01T00:00:00Z"),
                  "validUntil",
                  "2026-02-01T00:00:00Z"));
      case "other" ->
          CHANNELS.stream().filter(it -> !it.equals(channel)).forEach(it -> agrees(customer, it));
      case "restricted" -> {
        agrees(customer, channel);
        PrivacyCalls.answer(PrivacyCalls.identified(customer, "RESTRICTION")).statusCode(200);
      }
      default -> {
        agrees(customer, channel);
        People.delete(customer);
      }
    }
    String rule = made(rule("BIRTHDAY", channel));
    job.look();
    boolean agreed = consent.equals("given") || consent.equals("for all");
    assertThat(tasks(rule, customer)).isEqualTo(agreed ? 1 : 0);
  }

  @Test
  void aWithdrawalCancelsInTheSameCommit() {
    String customer = bornOn(today());
    agrees(customer, "PHONE");
    agrees(customer, "SMS");
    String calls = made(rule("BIRTHDAY", "PHONE"));
    String messages = made(rule("BIRTHDAY", "SMS"));
    job.look();
    String call = taskOf(calls, customer);
    withdraws(customer, "PHONE");
    read(call).body("state", equalTo("CANCELLED"));
    read(taskOf(messages, customer)).body("state", equalTo("OPEN"));
    claim(SALES, call).statusCode(409).body("code", equalTo("transition-refused"));
    agrees(customer, "PHONE");
    job.look();
    assertThat(tasks(calls, customer)).as("never twice").isEqualTo(1);
  }

  @Test
  void aRestrictionOrDeletionCancelsInTheSameCommit() throws SQLException {
    String rule = made(rule("BIRTHDAY", "PHONE"));
    String restricted = bornOn(today());
    String deleted = bornOn(today());
    agrees(restricted, "PHONE");
    agrees(deleted, "PHONE");
    job.look();

    PrivacyCalls.answer(PrivacyCalls.identified(restricted, "RESTRICTION")).statusCode(200);
    People.delete(deleted);

    for (String customer : List.of(restricted, deleted)) {
      assertThat(
              Database.rows(
                  "select state from care_task where rule_id = ? and customer_id = ?",
                  Database.bytes(rule),
                  Database.bytes(customer)))
          .extracting(row -> row.get("state"))
          .containsExactly("CANCELLED");
    }
  }

  @Test
  void aTaskIsClaimedByOneCompletedByThemAndEndsOnce() {
    String customer = bornOn(today());
    agrees(customer, "PHONE");
    String rule = made(rule("BIRTHDAY", "PHONE"));
    job.look();
    String task = taskOf(rule, customer);
    complete(SALES, task).statusCode(409).body("code", equalTo("transition-refused"));
    claim(SALES, task).statusCode(200);
    claim(SERVICE_AGENT, task).statusCode(409);
    complete(SERVICE_AGENT, task).statusCode(409);
    Api.as(SALES)
        .get("/v1/tasks?state=CLAIMED&mine=true&customerId=" + customer)
        .then()
        .body("items.id", contains(task));
    complete(SALES, task).statusCode(200);
    dismiss(task).statusCode(409);
    read(task).body("state", equalTo("DONE")).body("outcome", equalTo("PLEASED"));
  }

  @Test
  void aTaskCanBeDismissedWithAReason() {
    String customer = bornOn(today());
    agrees(customer, "PHONE");
    String rule = made(rule("BIRTHDAY", "PHONE"));
    job.look();
    String task = taskOf(rule, customer);
    dismiss(task).statusCode(200);
    read(task).body("state", equalTo("DISMISSED")).body("note", equalTo("Not the moment."));
  }
}
