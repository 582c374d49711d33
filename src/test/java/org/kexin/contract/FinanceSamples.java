package org.kexin.contract;

import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.anEnterprise;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.digits;
import static org.kexin.testing.People.with;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kexin.contract.OwnedRecords.Whose;
import org.kexin.testing.Statements;

/** Financial statements, which enterprises alone have. */
final class FinanceSamples implements FeatureSamples {

  private static final String ALL = Statements.ALL;
  private static final String ONE = Statements.ONE;

  /** Of a statement that was kept a moment ago. */
  private static final Map<String, String> FIRST_VERSION = Map.of(ContractCall.IF_MATCH, "\"0\"");

  @Override
  public Map<String, Supplier<Object>> bodies() {
    return Map.of(
        "putFinancialStatement",
        () -> Statements.of(with(Statements.figures(), "revenue", "1" + digits(9))));
  }

  @Override
  public Map<String, Supplier<Map<String, String>>> paths() {
    return Map.of(
        ALL,
        () -> at(Statements.anEnterpriseWithOne()),
        ONE,
        () -> at(Statements.anEnterpriseWithOne()),
        ONE + "/unmaskings",
        () -> at(Statements.anEnterpriseWithOne()));
  }

  @Override
  public Map<String, Map<String, String>> headers() {
    return Map.of(
        "putFinancialStatement", FIRST_VERSION, "deleteFinancialStatement", FIRST_VERSION);
  }

  @Override
  public Map<String, Function<ContractCall, Response>> collisions() {
    return Map.of("putFinancialStatement", call -> call.at(at(created(aPerson()))).send());
  }

  @Override
  public Map<String, Probe> probes() {
    Map<String, Probe> probes = new HashMap<>();
    probes.put(
        "listFinancialStatements",
        (call, role, whose) ->
            Probes.row(
                call.at(at(enterprise(role, whose))), "items", "periodEnd", Statements.YEAR_END));
    for (String operation :
        new String[] {
          "getFinancialStatement",
          "unmaskFinancialStatement",
          "putFinancialStatement",
          "deleteFinancialStatement"
        }) {
      probes.put(
          operation, (call, role, whose) -> Probes.whole(call.at(at(enterprise(role, whose)))));
    }
    return probes;
  }

  private static Map<String, String> at(String customer) {
    return Map.of("id", customer, "periodEnd", Statements.YEAR_END, "months", "12");
  }

  private static String enterprise(String role, Whose whose) {
    Object department = OwnedRecords.person(role, whose).get("department");
    String customer =
        created(
            department == null ? anEnterprise() : with(anEnterprise(), "department", department));
    Statements.kept(customer, Statements.YEAR_END, 12, Statements.aStatement());
    return customer;
  }
}
