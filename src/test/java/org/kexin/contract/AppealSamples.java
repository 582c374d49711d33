package org.kexin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kexin.contract.OwnedRecords.Whose;
import org.kexin.testing.Appeals;
import org.kexin.testing.Database;

/** Appeals against grades: of somebody new, since each has one open at a time. */
final class AppealSamples implements FeatureSamples {

  private static final String APPEAL = Appeals.APPEALS + "/{id}";
  private static final String MINE = Appeals.MINE + "/{id}";

  @Override
  public Map<String, Supplier<Object>> bodies() {
    return Map.of(
        "fileGradeAppeal", Appeals::aReason,
        "fileMyGradeAppeal",
            () -> {
              Appeals.mayFileOwn();
              return Appeals.aReason();
            },
        "decideGradeAppeal", () -> Appeals.aGrant("VIP"));
  }

  @Override
  public Map<String, Supplier<Map<String, String>>> paths() {
    return Map.of(
        APPEAL,
        AppealSamples::anAppeal,
        APPEAL + "/decisions",
        AppealSamples::anAppeal,
        APPEAL + "/withdrawals",
        AppealSamples::anAppeal,
        "/v1/customers/{id}/grade-appeals",
        AppealSamples::somebodyGraded,
        MINE,
        AppealSamples::anOwnAppeal,
        MINE + "/withdrawals",
        AppealSamples::anOwnAppeal);
  }

  @Override
  public Map<String, Probe> probes() {
    return Map.of(
        "listGradeAppeals",
        (call, role, whose) -> {
          // Few are in this state, so that the last of them is on the first page.
          String appeal = of(role, whose);
          Appeals.decide(PRIVACY_OFFICER, appeal, Appeals.anUpholding()).statusCode(200);
          return Probes.row(call.asking("state=UPHELD&pageSize=200"), "items", "id", appeal);
        });
  }

  @Override
  public Map<String, OwnRecord> records() {
    return Map.of(
        APPEAL,
        AppealSamples::of,
        MINE,
        (role, whose) ->
            role.equals(CUSTOMER) && whose == Whose.OWN
                ? Appeals.filedOwn()
                : Appeals.filedByAgent(created(aPerson())));
  }

  @Override
  public Map<String, Function<ContractCall, ContractCall>> showing() {
    return Map.of(
        "listGradeAppeals",
        call -> {
          Appeals.filedByAgent(created(aPerson()));
          return call;
        });
  }

  private static String of(String role, Whose whose) {
    return role.equals(CUSTOMER)
        ? Appeals.filedByAgent(created(aPerson()))
        : Appeals.filedByAgent(OwnedRecords.customer(role, whose));
  }

  private static Map<String, String> anAppeal() {
    return Map.of("id", Appeals.filedByAgent(created(aPerson())));
  }

  private static Map<String, String> somebodyGraded() {
    String customer = created(aPerson());
    Appeals.withdraw(DATA_STEWARD, Appeals.APPEALS, Appeals.filed(customer)).statusCode(200);
    return Map.of("id", customer);
  }

  /** Open, and yet in nobody's way who files another one before the call is sent. */
  private static Map<String, String> anOwnAppeal() {
    String appeal = Appeals.filedOwn();
    try (Connection connection = Database.connection();
        PreparedStatement update =
            connection.prepareStatement(
                "update grade_appeal set open_customer_id = null where id = ?")) {
      update.setBytes(1, Database.bytes(appeal));
      assertThat(update.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return Map.of("id", appeal);
  }
}
