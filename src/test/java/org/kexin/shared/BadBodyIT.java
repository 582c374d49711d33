package org.kexin.shared;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.kexin.shared.BadInput.body;
import static org.kexin.shared.BadInput.person;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kexin.testing.LocalParts;

/** Bodies that are no JSON document of the expected form, or too much of one. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class BadBodyIT {

  private static final int TWENTY_MEGABYTES = 20 << 20;

  @ParameterizedTest
  @MethodSource({"unreadable", "tooMuch"})
  void isRefusedAndChangesNothing(BadInput bad)
      throws IOException, InterruptedException, SQLException {
    bad.isRefusedAndChangesNothing();
  }

  static Stream<BadInput> unreadable() {
    return Stream.of(
        body(Raw.create("cut off", "{\"kind\": \"INDIVIDUAL\", \"name\": ")),
        body(Raw.create("no JSON", "kind=INDIVIDUAL")),
        body(Raw.create("more than one document", person("") + " {}")),
        body(Raw.create("trailing word", person("") + " true")),
        body(Raw.create("comment", "/* */" + person(""))),
        body(Raw.create("single quotes", person("").replace('"', '\''))),
        body(Raw.create("empty", "")),
        body(Raw.create("blank", "  \n")),
        body(Raw.create("null", "null")),
        body(Raw.create("array", "[" + person("") + "]")),
        body(Raw.create("text", "\"INDIVIDUAL\"")),
        body(Raw.create("number", "1")),
        body(Raw.search("empty search", "")),
        body(Raw.search("null search", "null")),
        body(
            Raw.create(
                "ISO-8859-1 bytes", person("\"name\": \"Jos\u00e9\",").getBytes(ISO_8859_1))),
        body(Raw.create("overlong UTF-8", overlong())),
        body(Raw.create("CESU-8 surrogate", surrogateBytes())),
        body(Raw.create("raw NUL", person("\"name\": \"a\u0000b\","))),
        body(Raw.patch("10,000 arrays deep", "{\"phones\": " + repeat('[') + repeat(']') + "}")),
        body(
            Raw.create("10,000 objects deep", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000))),
        body(Raw.create("a name said twice", person("\"name\": \"A\", \"name\": \"B\","))),
        body(Raw.create("an overlong text", person("\"name\": \"" + "x".repeat(200_000) + "\","))),
        body(Raw.create("an overlong name", "{\"" + "x".repeat(300) + "\": 1}")),
        body(Raw.patch("too many values", "{\"phones\": [" + "1,".repeat(500_000) + "1]}")),
        body(Raw.create("an overlong number", "{\"kind\": " + "9".repeat(1_000) + "}")),
        BadInput.of(
            Raw.create("another media type", person("")).with("Content-Type", "text/plain"),
            415,
            "media-type-unsupported",
            ""),
        BadInput.of(
            Raw.create("form", "kind=INDIVIDUAL")
                .with("Content-Type", "application/x-www-form-urlencoded"),
            415,
            "media-type-unsupported",
            ""));
  }

  static Stream<BadInput> tooMuch() {
    byte[] large = new byte[TWENTY_MEGABYTES];
    Arrays.fill(large, (byte) ' ');
    return Stream.of(
        BadInput.of(Raw.create("20 MB", large), 413, "body-too-large", ""),
        BadInput.of(Raw.chunked("20 MB of unknown length", large), 413, "body-too-large", ""));
  }

  private static String repeat(char c) {
    return String.valueOf(c).repeat(10_000);
  }

  /** A slash in two bytes, which a careless reader takes for a slash. */
  private static byte[] overlong() {
    return inName((byte) 0xC0, (byte) 0xAF);
  }

  private static byte[] surrogateBytes() {
    return inName((byte) 0xED, (byte) 0xA0, (byte) 0x80);
  }

  private static byte[] inName(byte... bytes) {
    String json = person("\"name\": \"" + "@".repeat(bytes.length) + "\",");
    byte[] body = json.getBytes(UTF_8);
    System.arraycopy(bytes, 0, body, json.indexOf('@'), bytes.length);
    return body;
  }
}
