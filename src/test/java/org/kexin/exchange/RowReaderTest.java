package org.kexin.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {

  private static final List<String> COLUMNS = List.of("code", "name");

  @Test
  void columnsAreFoundByNameInAnyOrder() {
    Row row = row(csv("name,code\r\nKettle,K-1\r\n").getFirst());

    assertThat(row.value("code")).isEqualTo("K-1");
    assertThat(row.value("name")).isEqualTo("Kettle");
    assertThat(row.number()).isEqualTo(1);
    assertThat(row.line()).isEqualTo(2);
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheFirstColumn() {
    assertThat(row(csv("\uFEFFcode,name\nK-1,Kettle\n").getFirst()).value("code")).isEqualTo("K-1");
  }

  @Test
  void aQuotedFieldMayHoldCommasQuotesAndLineEnds() {
    List<FileRow> rows = csv("code,name\nK-1,\"Kettle, \"\"big\"\"\nred\"\nK-2,Pot\n");

    assertThat(row(rows.get(0)).value("name")).isEqualTo("Kettle, \"big\"\nred");
    assertThat(row(rows.get(1)).value("name")).isEqualTo("Pot");
    assertThat(rows.get(1).number()).isEqualTo(2);
    assertThat(row(rows.get(1)).line()).isEqualTo(4);
  }

  @Test
  void emptyLinesAreNoRows() {
    assertThat(csv("code,name\n\nK-1,Kettle\n\n\nK-2,Pot")).hasSize(2);
  }

  @Test
  void aBrokenLineIsRefusedAndTheNextIsRead() {
    List<FileRow> rows = csv("code,name\nK-1,Kettle,extra\nK-2\n\"K-3\"x,Pan\nK-4,Pot\n");

    assertThat(rows.stream().map(RowReaderTest::outcome))
        .containsExactly("2 field-count", "3 field-count", "4 csv-malformed", "K-4");
  }

  @Test
  void controlCharactersAreRefused() {
    assertThat(csv("code,name\nK-1,Ket\u0000tle\n").stream().map(RowReaderTest::outcome))
        .containsExactly("2 text-malformed");
  }

  @Test
  void aLineBeyondTheLimitIsRefusedAndNotKeptInMemory() {
    List<FileRow> rows = ndjson("\"" + "x".repeat(TextRecords.MAX_CHARS) + "\"\n{}\n");

    assertThat(rows.stream().map(FileRow::number)).containsExactly(1L, 2L);
    assertThat(((Refusal) rows.getFirst()).code()).isEqualTo("line-too-long");
    assertThat(((Refusal) rows.getFirst()).raw()).hasSize(Refusal.MAX_RAW);
  }

  @Test
  void aWrongHeaderNamesWhatIsMissingUnknownAndRepeated() {
    assertThat(problem("code,nome,code\n1,2,3\n").detail())
        .isEqualTo("Repeated column: code. Missing columns: name. Unknown columns: nome.");
    assertThat(problem("code,nome,code\n1,2,3\n").code()).isEqualTo("csv-header");
    assertThat(problem("").code()).isEqualTo("csv-header");
  }

  @ParameterizedTest
  @ValueSource(strings = {"code,name\nK-1,\"Kett", "code,name\nK-1,Kettle\nK-2", "code,name\nK"})
  void aFileThatEndsWithinARecordIsCut(String text) {
    assertThat(problem(text).code()).isEqualTo("file-cut");
  }

  @Test
  void aLastLineWithoutItsEndIsWhole() {
    assertThat(csv("code,name\nK-1,Kettle")).hasSize(1);
    assertThat(ndjson("{\"code\":\"K-1\"}")).hasSize(1);
  }

  @Test
  void ndjsonThatEndsWithinADocumentIsCut() {
    assertThatThrownBy(() -> ndjson("{\"code\":\"K-1\"}\n{\"code\":\"K"))
        .isInstanceOfSatisfying(
            UnusableFileException.class,
            cut -> assertThat(cut.problem().detail()).contains("line 2"));
  }

  @Test
  void textThatIsNotUtf8IsRefusedWhole() {
    byte[] gbk = "code,name\nK-1,水壶\n".getBytes(Charset.forName("GBK"));

    assertThatThrownBy(() -> read(gbk, ImportFormat.CSV))
        .isInstanceOfSatisfying(
            UnusableFileException.class,
            wrong -> assertThat(wrong.problem().code()).isEqualTo("encoding-not-utf8"));
  }

  private static FileProblem problem(String text) {
    try {
      csv(text);
    } catch (UnusableFileException unusable) {
      return unusable.problem();
    }
    throw new AssertionError("The file was taken for usable.");
  }

  private static String outcome(FileRow row) {
    return switch (row) {
      case Row whole -> whole.value("code");
      case Refusal refusal -> refusal.line() + " " + refusal.code();
    };
  }

  private static Row row(FileRow row) {
    return (Row) row;
  }

  private static List<FileRow> csv(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8), ImportFormat.CSV);
  }

  private static List<FileRow> ndjson(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8), ImportFormat.NDJSON);
  }

  private static List<FileRow> read(byte[] bytes, ImportFormat format) {
    RowReader reader = new RowReader(new ByteArrayInputStream(bytes), format, COLUMNS);
    List<FileRow> rows = new ArrayList<>();
    FileRow row;
    while ((row = reader.next()) != null) {
      rows.add(row);
    }
    return rows;
  }
}
