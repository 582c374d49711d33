package org.kexin.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.person.PersonFile;

/** What is held on a person as one JSON object, with an array for each section. */
final class JsonPersonFile implements PersonFile {

  private final JsonGenerator json;
  private final Set<String> sections = new HashSet<>();
  private @Nullable String open;

  JsonPersonFile(UUID person, Instant at, ObjectMapper mapper, OutputStream out)
      throws IOException {
    // The archive goes on behind this file.
    json =
        mapper
            .writerWithDefaultPrettyPrinter()
            .without(com.fasterxml.jackson.databind.SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    json.setCodec(mapper);
    json.writeStartObject();
    json.writeStringField("personId", person.toString());
    json.writeStringField("collectedAt", at.toString());
  }

  @Override
  public void add(String section, Object item) {
    try {
      if (!section.equals(open)) {
        if (!sections.add(section)) {
          throw new IllegalStateException("The section " + section + " was left before.");
        }
        if (open != null) {
          json.writeEndArray();
        }
        json.writeArrayFieldStart(section);
        open = section;
      }
      json.writePOJO(item);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  void end() throws IOException {
    if (open != null) {
      json.writeEndArray();
    }
    json.writeEndObject();
    json.close();
  }
}
