package org.kexin.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An access record as it is stored: one line of JSON, which people and databases can read, too. The
 * hash is over the line as it stands, so nothing depends on how it is written anew.
 */
final class AccessLine {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();
  private static final ObjectWriter WRITER = JSON.writerFor(AccessRecord.class);
  private static final ObjectReader READER = JSON.readerFor(AccessRecord.class);

  private AccessLine() {}

  /**
   * The line for a record, without its end.
   *
   * @throws IllegalArgumentException if a text in it is not well-formed
   */
  static String of(AccessRecord access) {
    try {
      return new String(WRITER.writeValueAsBytes(access), StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The record cannot be written.", e);
    }
  }

  /**
   * The record in a line.
   *
   * @throws IllegalArgumentException if there is none: the line is not what was written
   */
  static AccessRecord read(String line) {
    try {
      return READER.readValue(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The line holds no access record.", e);
    }
  }

  /** Who looked or changed, and at whom. */
  record Parties(String userId, List<UUID> persons) {}

  /**
   * Only the parties to the record in a line, several times faster than the whole.
   *
   * @throws IllegalArgumentException if there are none: the line is not what was written
   */
  static Parties parties(String line) {
    String userId = null;
    try (JsonParser parser = JSON.createParser(line)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() != JsonToken.FIELD_NAME) {
          continue;
        }
        String member = parser.currentName();
        if (member.equals("userId")) {
          userId = parser.nextTextValue();
        } else if (member.equals("persons") && userId != null) {
          return new Parties(userId, persons(parser));
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("The line holds no access record.", e);
    }
    throw new IllegalArgumentException("The line holds no access record.");
  }

  private static List<UUID> persons(JsonParser parser) throws IOException {
    List<UUID> persons = new ArrayList<>();
    parser.nextToken();
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      persons.add(UUID.fromString(parser.getText()));
    }
    return persons;
  }

  /** The hash of a line, as a leaf of a {@link MerkleTree}. */
  static Hash leaf(String line) {
    return MerkleTree.leaf(line.getBytes(StandardCharsets.UTF_8));
  }
}
