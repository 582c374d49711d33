package org.kexin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every requirement of OWASP ASVS 5.0.0 in scope has one row, and what the row names exists. */
class AsvsTableTest {

  private static final Path TABLE = Path.of("docs", "asvs.md");
  private static final Path SCOPE = Path.of("src/test/resources/asvs/scope-5.0.0.txt");

  private static final Map<String, String> TWO = Map.of("1.1.1", "2", "1.1.2", "1");
  private static final String SOUND_ROW =
      "| 1.1.2 | 1 | this | test `AsvsTableTest#theTableIsWholeAndTrue`; file `pom.xml` `kexin` |\n";

  @Test
  void theTableIsWholeAndTrue() throws IOException {
    Map<String, String> scope = AsvsTable.scope(Files.readAllLines(SCOPE));
    AsvsTable table = new AsvsTable(Files.readString(TABLE), scope);

    assertThat(scope).hasSize(271).containsEntry("8.1.3", "3").doesNotContainKey("1.2.10");
    assertThat(table.faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "| 1.1.1 | 2 | what | test `AsvsTableTest#noSuchMethod` | ! no such test",
        "| 1.1.1 | 2 | what | test `NoSuchTest#aMethod` | ! no such test",
        "| 1.1.1 | 2 | what | test `AsvsTable#open` | ! no such test",
        "| 1.1.1 | 2 | what | file `no/such.file` `key` | ! no such file",
        "| 1.1.1 | 2 | what | operator `pom.xml` `no such words` | ! not in the file",
        "| 1.1.1 | 2 | what | does not apply: | ! neither evidence nor a reason",
        "| 1.1.1 | 2 | what | yes | ! neither evidence nor a reason",
        "| 1.1.1 | 2 | what |  | ! says nothing",
        "| 1.1.1 | 1 | what | does not apply: for a reason | ! not in scope at level 1",
        "| 9.9.9 | 2 | what | does not apply: for a reason | ! not in scope at level 2",
        "| 9.9.9 | 2 | what | does not apply: for a reason | ! 1.1.1 has no row",
        "| 1.1.2 | 1 | what | does not apply: for a reason | ! two rows",
        "| 1.1.1 | 2 | does not apply: for a reason | ! not of the form",
        "| 1.1.1 | 2 | what | OPEN: something is missing | ! 1 rows are open"
      })
  void aRowThatDoesNotHoldIsFound(String row, String fault) throws IOException {
    assertThat(new AsvsTable("Open: 0\n" + SOUND_ROW + row, TWO).faults())
        .anySatisfy(it -> assertThat(it).contains(fault));
  }

  @Test
  void aTableWithoutFaultsHasNone() throws IOException {
    String open = "| 1.1.1 | 2 | that | OPEN: something is missing |\n";
    AsvsTable table = new AsvsTable("Open: 1\n" + SOUND_ROW + open, TWO);

    assertThat(table.faults()).isEmpty();
    assertThat(table.open()).isEqualTo(1);
    assertThat(new AsvsTable(SOUND_ROW + open, TWO).faults())
        .containsExactly("the header lacks the number of open rows");
  }
}
