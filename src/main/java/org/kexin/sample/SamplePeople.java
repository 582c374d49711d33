package org.kexin.sample;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.kexin.sample.SampleCustomer.ExternalId;

/**
 * Writes an invented customer for every customer number of the Online Retail set, as NDJSON: one
 * request that creates a customer a line, in UTF-8. The same number is the same customer at every
 * run and in every file; about 12 % are enterprises, and of the individuals half have Chinese names
 * and half Latin ones.
 */
public final class SamplePeople {

  static final String SOURCE = "SYNTHETIC";

  private static final String EXTERNAL_SOURCE = "online-retail";
  private static final String ID_COLUMN = "CustomerID";
  private static final int ENTERPRISE_PERCENT = 12;
  private static final int CHINESE_PERCENT = 50;

  private static final ObjectWriter LINES =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build()
          .writer()
          .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .withRootValueSeparator("\n");

  private SamplePeople() {}

  /**
   * Reads the order lines once and writes each customer where its number is first met; only the
   * numbers are kept.
   *
   * @param retailGz the gzipped CSV of the order lines with a header; lines without a customer
   *     number are passed over
   * @param out gets the lines, each with a line feed at its end; it is flushed and left open
   * @return how many customers were written
   * @throws IOException if the file cannot be read to its end or the stream takes no more
   * @throws java.util.NoSuchElementException if the file has no column {@code CustomerID}
   */
  public static int write(Path retailGz, OutputStream out) throws IOException {
    Set<String> seen = new HashSet<>();
    try (InputStream file = Files.newInputStream(retailGz);
        CsvReader<NamedCsvRecord> orderLines =
            CsvReader.builder()
                .ofNamedCsvRecord(new GZIPInputStream(file), StandardCharsets.UTF_8);
        SequenceWriter customers = LINES.writeValues(out)) {
      for (NamedCsvRecord line : orderLines) {
        String id = line.getField(ID_COLUMN);
        if (!id.isBlank() && seen.add(id)) {
          customers.write(customer(id));
        }
      }
    }
    if (!seen.isEmpty()) {
      out.write('\n');
    }
    out.flush();
    return seen.size();
  }

  static SampleCustomer customer(String externalId) {
    Draw draw = new Draw(externalId);
    if (draw.chance(ENTERPRISE_PERCENT)) {
      return Enterprises.chinese(draw);
    }
    return draw.chance(CHINESE_PERCENT) ? Individuals.chinese(draw) : Individuals.latin(draw);
  }

  static List<ExternalId> externalIds(Draw draw) {
    return List.of(new ExternalId(EXTERNAL_SOURCE, draw.externalId()));
  }
}
