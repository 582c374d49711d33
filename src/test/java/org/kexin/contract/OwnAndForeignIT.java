package org.kexin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kexin.contract.OwnedRecords.Whose;
import org.kexin.testing.Contract;
import org.kexin.testing.Contract.Operation;
import org.kexin.testing.LocalParts;

/**
 * Every operation, by every role with a real token, on an own and on a foreign record: what comes
 * of it stands in the table, and nothing is missing there.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class OwnAndForeignIT {

  private static final OwnAndForeign TABLE = OwnAndForeign.read();

  private final Contract contract = new Contract();

  static Set<String> operations() {
    return TABLE.outcomes().keySet();
  }

  @Test
  void theTableNamesEveryOperationAndNoOther() {
    Set<String> documented = new TreeSet<>();
    contract.operations().forEach(it -> documented.add(it.method() + ' ' + it.path()));

    assertThat(TABLE.outcomes().keySet()).isEqualTo(documented);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyRoleGetsWhatTheTableSays(String line) {
    String[] methodAndPath = line.split(" ", 2);
    Operation operation = contract.documented(methodAndPath[0], methodAndPath[1]).orElseThrow();
    Probes probes = new Probes(contract);
    Map<String, String> expected = new TreeMap<>(TABLE.outcomes().getOrDefault(line, Map.of()));
    Map<String, String> found = new TreeMap<>();
    for (String role : expected.keySet()) {
      found.put(
          role,
          probes.outcome(operation, role, Whose.OWN)
              + '/'
              + probes.outcome(operation, role, Whose.FOREIGN));
    }

    assertThat(found).as(line).isEqualTo(expected);
  }
}
