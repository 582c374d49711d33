package org.kexin.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.SentName;
import org.kexin.shared.http.Text;

/**
 * The records of a CSV or NDJSON file, one after the other, from strict UTF-8. A record that is
 * broken in itself comes as a {@link Refusal}; a file that is broken as a whole ends the reading
 * with an {@link UnusableFileException}.
 */
final class RowReader implements Closeable {

  private static final JsonFactory JSON = new JsonFactory();

  private final TextRecords records;
  private final ImportFormat format;
  private final CsvReader.CsvReaderBuilder csv = CsvReader.builder();
  private final Map<String, Integer> columns;
  private long number;

  /**
   * Reads the header of a CSV file.
   *
   * @param columns that a CSV file must have, in any order
   * @throws UnusableFileException if the header lacks a column or has another
   */
  RowReader(InputStream bytes, ImportFormat format, List<String> columns) {
    this.format = format;
    this.records =
        new TextRecords(
            new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            format == ImportFormat.CSV);
    this.columns = format == ImportFormat.CSV ? header(columns) : Map.of();
  }

  /** Records read or passed over so far. */
  long number() {
    return number;
  }

  /** Passes over one record without parsing it; false at the end. */
  boolean skip() {
    return advance() != null;
  }

  /** The next record, null at the end. */
  @Nullable FileRow next() {
    TextRecords.TextRecord record = advance();
    if (record == null) {
      return null;
    }
    String text = record.text();
    if (record.tooLong()) {
      return refusal(
          record,
          "line-too-long",
          "A record has at most " + TextRecords.MAX_CHARS + " characters.");
    }
    if (!Text.isWellFormed(text)) {
      return refusal(record, "text-malformed", "Take out control characters such as NUL.");
    }
    if (format == ImportFormat.NDJSON) {
      return new Row(number, record.line(), text, columns, List.of());
    }
    List<String> values = fields(text);
    if (values == null) {
      return refusal(
          record, "csv-malformed", "A quoted field ends before its comma; double quotes within.");
    }
    if (values.size() != columns.size()) {
      return refusal(
          record,
          "field-count",
          "The line has " + values.size() + " fields, the header " + columns.size() + ".");
    }
    return new Row(number, record.line(), text, columns, values);
  }

  private TextRecords.@Nullable TextRecord advance() {
    TextRecords.TextRecord record = read();
    if (record != null) {
      number++;
      if (!record.terminated() && isCut(record)) {
        throw new UnusableFileException(FileProblem.cut(record.line()));
      }
    }
    return record;
  }

  /** A last record without a line end is whole only if nothing of it is missing. */
  private boolean isCut(TextRecords.TextRecord last) {
    if (last.insideQuotes()) {
      return true;
    }
    if (last.tooLong()) {
      return false;
    }
    if (format == ImportFormat.CSV) {
      List<String> values = fields(last.text());
      return values == null || values.size() < columns.size();
    }
    return !isWholeJson(last.text());
  }

  private static boolean isWholeJson(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        // Only whether the text ends where the document does is asked.
      }
      return true;
    } catch (com.fasterxml.jackson.core.io.JsonEOFException cut) {
      return false;
    } catch (JsonProcessingException otherwiseBroken) {
      return true;
    } catch (IOException e) {
      throw new IllegalStateException("Reading from a string cannot fail.", e);
    }
  }

  private @Nullable List<String> fields(String text) {
    try {
      return csv.ofSingleCsvRecord(text).getFields();
    } catch (CsvParseException malformed) {
      return null;
    }
  }

  private Refusal refusal(TextRecords.TextRecord record, String code, String detail) {
    return new Refusal(number, record.line(), code, detail, record.text());
  }

  private Map<String, Integer> header(List<String> expected) {
    TextRecords.TextRecord first = read();
    if (first == null) {
      throw new UnusableFileException(
          FileProblem.header("The file is empty; its first line names the columns."));
    }
    List<String> names = fields(first.text());
    Map<String, Integer> found = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    for (String name : names == null ? List.<String>of() : names) {
      if (found.putIfAbsent(name.strip(), found.size()) != null) {
        wrong.add("Repeated column: " + shown(Set.of(name.strip()), found) + ".");
      }
    }
    Set<String> missing = new LinkedHashSet<>(expected);
    missing.removeAll(found.keySet());
    Set<String> unknown = new LinkedHashSet<>(found.keySet());
    expected.forEach(unknown::remove);
    if (!missing.isEmpty()) {
      wrong.add("Missing columns: " + String.join(", ", missing) + ".");
    }
    if (!unknown.isEmpty()) {
      wrong.add("Unknown columns: " + shown(unknown, found) + ".");
    }
    if (!wrong.isEmpty()) {
      throw new UnusableFileException(FileProblem.header(String.join(" ", wrong)));
    }
    return found;
  }

  /** A few names are enough to recognise a header; where it has none, data stand in their place. */
  private static String shown(Set<String> names, Map<String, Integer> positions) {
    return String.join(
        ", ",
        names.stream()
            .limit(20)
            .map(
                name ->
                    SentName.quotable(name).orElse("no. " + (positions.getOrDefault(name, 0) + 1)))
            .toList());
  }

  private TextRecords.@Nullable TextRecord read() {
    try {
      return records.next();
    } catch (CharacterCodingException malformed) {
      throw new UnusableFileException(FileProblem.notUtf8(records.line()));
    } catch (ZipException | EOFException damaged) {
      throw new UnusableFileException(FileProblem.brokenGzip());
    } catch (IOException e) {
      throw new IllegalStateException("A stored file cannot be read.", e);
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
