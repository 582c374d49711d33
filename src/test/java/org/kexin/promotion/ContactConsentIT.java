package org.kexin.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;
import static org.kexin.testing.Promotions.aContact;
import static org.kexin.testing.Promotions.aPromotion;
import static org.kexin.testing.Promotions.agrees;
import static org.kexin.testing.Promotions.anAudience;
import static org.kexin.testing.Promotions.anOffer;
import static org.kexin.testing.Promotions.contact;
import static org.kexin.testing.Promotions.read;
import static org.kexin.testing.Promotions.running;
import static org.kexin.testing.Promotions.savedAudience;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kexin.consent.ConsentChannel;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;

/** Nobody is on record as approached who did not agree to it. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ContactConsentIT {

  /** How it stands with a customer who is a member, in the channel that is asked for. */
  private enum Stand {
    NEVER(false),
    GIVEN(true),
    GIVEN_FOR_ALL(true),
    WITHDRAWN(false),
    EXPIRED(false),
    OTHER_CHANNEL(false),
    RESTRICTED(false),
    DELETED(false);

    private final boolean approachable;

    Stand(boolean approachable) {
      this.approachable = approachable;
    }
  }

  private static Stream<ConsentChannel> channels() {
    return Arrays.stream(ConsentChannel.values());
  }

  /** Each stand, of one channel; of an audience by behaviour, and of one that is not. */
  @ParameterizedTest
  @MethodSource("channels")
  void onlyWhoAgreesToTheChannelIsApproached(ConsentChannel channel) throws SQLException {
    for (boolean behaviour : new boolean[] {false, true}) {
      String department = "matrix-" + People.digits(9);
      Map<Stand, String> customers = new EnumMap<>(Stand.class);
      for (Stand stand : Stand.values()) {
        customers.put(stand, member(department));
      }
      String id = running(promotion(department, behaviour));
      for (Stand stand : Stand.values()) {
        String customer = Objects.requireNonNull(customers.get(stand));
        bring(customer, stand, channel);

        Response answer = contact(id, aContact(customer, channel.name()));

        String what = stand + " " + channel + (behaviour ? " by behaviour" : "");
        if (stand.approachable) {
          assertThat(answer.statusCode()).as(what).isEqualTo(201);
        } else {
          assertThat(answer.statusCode()).as(what).isIn(404, 409);
          assertThat(answer.<String>path("code"))
              .as(what)
              .isEqualTo(stand == Stand.RESTRICTED ? "not-found" : "consent-missing");
        }
        assertThat(contacts(id, customer)).as(what).isEqualTo(stand.approachable ? 1 : 0);
      }
      read(id).body("cost.contacts", equalTo(2));
    }
  }

  @Test
  void whoseBehaviourPickedThemAgreesToThatToo() throws SQLException {
    String department = "profiled-" + People.digits(9);
    String agrees = member(department);
    String withdraws = member(department);
    String objects = member(department);
    String never = created(with(aPerson(), "department", department));
    agrees(never, Consents.given("MARKETING"));
    String id = running(promotion(department, true));
    read(id).body("members.targets", equalTo(3));
    for (String customer : List.of(agrees, withdraws, objects)) {
      agrees(customer, Consents.given("MARKETING"));
    }
    agrees(withdraws, Consents.withdrawn("PROFILING"));
    PrivacyCalls.answer(PrivacyCalls.identified(objects, "OBJECTION_PROFILING")).statusCode(200);

    contact(id, aContact(agrees, "PHONE")).then().statusCode(201);
    assertRefused(contact(id, aContact(withdraws, "PHONE")), "consent-missing");
    assertRefused(contact(id, aContact(objects, "PHONE")), "consent-missing");
    assertRefused(contact(id, aContact(never, "PHONE")), "not-a-target");
    assertThat(contacts(id)).isEqualTo(1);
  }

  private static String member(String department) {
    String customer = created(with(aPerson(), "department", department));
    agrees(customer, Consents.given("PROFILING"));
    return customer;
  }

  private static Map<String, Object> promotion(String department, boolean behaviour) {
    Map<String, Object> promotion = aPromotion(anOffer("10"));
    promotion.put(
        "audienceId",
        savedAudience(
            behaviour
                ? Map.of(
                    "name",
                    "By behaviour",
                    "criteria",
                    Map.of("departments", List.of(department), "purchases", Map.of("ordersMin", 0)))
                : anAudience(department)));
    return promotion;
  }

  private static void bring(String customer, Stand stand, ConsentChannel channel)
      throws SQLException {
    Map<String, Object> given = with(Consents.given("MARKETING"), "channel", channel.name());
    switch (stand) {
      case NEVER -> {}
      case GIVEN -> agrees(customer, given);
      case GIVEN_FOR_ALL -> agrees(customer, Consents.given("MARKETING"));
      case WITHDRAWN -> {
        agrees(customer, given);
        agrees(customer, Consents.withdrawn("MARKETING"));
      }
      case EXPIRED -> {
        agrees(customer, with(given, "validUntil", "2098-01-01T00:00:00Z"));
        execute(
            "update consent_decision set valid_until = now(6) where person_id = ?"
                + " and valid_until is not null",
            customer);
      }
      case OTHER_CHANNEL ->
          agrees(
              customer,
              with(
                  given,
                  "channel",
                  (channel == ConsentChannel.APP ? ConsentChannel.SMS : ConsentChannel.APP)
                      .name()));
      case RESTRICTED -> {
        agrees(customer, given);
        execute("update customer set restricted_at = now(6) where id = ?", customer);
      }
      case DELETED -> {
        agrees(customer, given);
        execute("update customer set deleted_at = now(6) where id = ?", customer);
      }
    }
  }

  private static int contacts(String promotion) throws SQLException {
    return Database.rows(
            "select 1 from promotion_contact where promotion_id = ?", Database.bytes(promotion))
        .size();
  }

  private static int contacts(String promotion, String customer) throws SQLException {
    return Database.rows(
            "select 1 from promotion_contact where promotion_id = ? and customer_id = ?",
            Database.bytes(promotion),
            Database.bytes(customer))
        .size();
  }

  private static void execute(String sql, String customer) throws SQLException {
    try (Connection connection = Database.connection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setBytes(1, Database.bytes(customer));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static void assertRefused(Response answer, String code) {
    answer.then().statusCode(409).body("code", equalTo(code));
  }
}
