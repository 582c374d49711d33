package org.kexin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The contract in the repository is what the code says; a change of either is seen in review. */
class ContractLockIT {

  private static final Path LOCKED = Path.of("openapi", "kexin.yaml");
  private static final Path GENERATED = Path.of("target", "openapi", "openapi.json");
  private static final Path TEXT = Path.of("target", "openapi", "kexin.yaml");

  private static final String HOW =
      """
      The code's document differs from openapi/kexin.yaml. If the change is meant, write it down with
        ./mvnw -B verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=ContractLockIT -Dkexin.contract.update
      and say in openapi/CHANGELOG.md what clients will see of it.\
      """;

  @Test
  void theContractIsWhatTheCodeSays() throws IOException {
    Files.writeString(TEXT, ContractText.of(Files.readString(GENERATED)));
    if (System.getProperty("kexin.contract.update") != null) {
      Files.writeString(LOCKED, Files.readString(TEXT));
    }
    assertThat(LOCKED).as(HOW).hasSameTextualContentAs(TEXT);
  }
}
