package org.kexin.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Writes the lines that an import refused as CSV, a few in memory at a time. */
@ApplicationScoped
class ErrorFile {

  private static final int ROWS_AT_ONCE = 500;

  private final Refusals refusals;

  ErrorFile(Refusals refusals) {
    this.refusals = refusals;
  }

  void write(UUID importId, OutputStream out) throws IOException {
    CsvWriter csv =
        CsvWriter.builder()
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .build(out, StandardCharsets.UTF_8);
    csv.writeRecord("line", "code", "detail", "raw");
    List<Refusal> rows = refusals.after(importId, 0, ROWS_AT_ONCE);
    while (!rows.isEmpty()) {
      for (Refusal row : rows) {
        csv.writeRecord(Long.toString(row.line()), row.code(), row.detail(), harmless(row.raw()));
      }
      rows = refusals.after(importId, rows.getLast().number(), ROWS_AT_ONCE);
    }
    csv.flush();
  }

  /**
   * A spreadsheet takes a cell that begins with one of these for a formula and runs it; a leading
   * apostrophe makes it text (OWASP, CSV Injection).
   */
  static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
