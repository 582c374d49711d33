package org.kexin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Contract;
import org.kexin.testing.ContractFilter;

/** What the contract promises has happened at least once. Runs after all other tests. */
class ContractCoverageIT {

  private static final String HOW =
      """
      Documented answers that no test has seen. An answer of success needs a test of the feature; a refusal needs \
      ContractSweepIT to know how to provoke it: see ContractSamples. What cannot happen must not be documented.\
      """;

  @Test
  void everyDocumentedAnswerWasSeen() throws IOException {
    assumeTrue(System.getProperty("it.test") == null, "only some of the tests have run");

    Set<String> seen = new HashSet<>(Files.readAllLines(ContractFilter.SEEN));
    List<String> unseen =
        new Contract()
            .operations().stream()
                .flatMap(
                    operation ->
                        operation.statuses().stream().map(status -> operation.id() + " " + status))
                .filter(answer -> !seen.contains(answer))
                .toList();

    assertThat(unseen).as(HOW).isEmpty();
  }
}
