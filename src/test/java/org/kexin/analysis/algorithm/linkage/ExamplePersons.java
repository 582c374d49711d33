package org.kexin.analysis.algorithm.linkage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kexin.testing.ExampleFiles;

/** A public table of persons with errors: rows of texts by the names of their columns. */
final class ExamplePersons {

  private final List<Map<String, String>> rows;

  private ExamplePersons(List<Map<String, String>> rows) {
    this.rows = rows;
  }

  /** Several files one after the other; aborts the test if one is absent. */
  static ExamplePersons read(String... files) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String file : files) {
      try (Reader text =
              new InputStreamReader(ExampleFiles.open("linkage/" + file), StandardCharsets.UTF_8);
          CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
        for (NamedCsvRecord row : csv) {
          Map<String, String> fields = new LinkedHashMap<>();
          row.getFieldsAsMap().forEach((name, value) -> fields.put(name.strip(), value));
          rows.add(fields);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new ExamplePersons(rows);
  }

  int size() {
    return rows.size();
  }

  @Nullable String value(int row, String column) {
    return rows.get(row).get(column);
  }

  TextColumn column(String name) {
    return TextColumn.of(rows.stream().map(row -> row.get(name)).toList());
  }

  /** Who a row of FEBRL is: the digits of {@code rec-<n>-org} and {@code rec-<n>-dup-<k>}. */
  TextColumn febrlEntity() {
    return TextColumn.of(
        rows.stream()
            .map(row -> row.getOrDefault("rec_id", "").replaceAll("^rec-(\\d+)-.*", "$1"))
            .toList());
  }

  /** Keys of one column or of several joined by a plus. */
  BlockingKeys keys(String... names) {
    BlockingKeys keys = new BlockingKeys(List.of(names));
    for (int row = 0; row < rows.size(); row++) {
      @Nullable String[] ofRow = new @Nullable String[names.length];
      for (int k = 0; k < names.length; k++) {
        String[] columns = names[k].split("\\+", -1);
        @Nullable String[] parts = new @Nullable String[columns.length];
        for (int c = 0; c < columns.length; c++) {
          parts[c] = value(row, columns[c]);
        }
        ofRow[k] = BlockingKeys.of(parts);
      }
      keys.add(ofRow);
    }
    return keys;
  }
}
