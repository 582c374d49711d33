package org.kexin.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.SentName;

/** Reads rows that are JSON as strictly as request bodies are read. */
@ApplicationScoped
class JsonRows {

  private final ObjectMapper mapper;

  JsonRows(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The row's document.
   *
   * @throws RefusedRowException if it is not well-formed or not of that type
   */
  <T> T read(Row row, Class<T> type) {
    try {
      return present(mapper.readValue(row.text(), type));
    } catch (JsonProcessingException unreadable) {
      throw refusal(unreadable);
    }
  }

  /**
   * The document made of a row's columns.
   *
   * @throws RefusedRowException if it is not of that type
   */
  <T> T convert(JsonNode document, Class<T> type) {
    try {
      return present(mapper.treeToValue(document, type));
    } catch (JsonProcessingException unreadable) {
      throw refusal(unreadable);
    }
  }

  private static <T> T present(@Nullable T document) {
    if (document == null) {
      throw new RefusedRowException("type-mismatch", "The line is null; write an object.");
    }
    return document;
  }

  private static RefusedRowException refusal(JsonProcessingException unreadable) {
    return switch (unreadable) {
      case UnrecognizedPropertyException unknown ->
          new RefusedRowException("unknown-member", pointer(unknown) + " is not known here.");
      case JsonMappingException mapping
          when mapping.getCause() instanceof IllegalArgumentException invariant ->
          new RefusedRowException(
              "value-invalid", pointer(mapping) + ": " + invariant.getMessage());
      case JsonMappingException mapping ->
          new RefusedRowException(
              "type-mismatch",
              pointer(mapping) + " is missing or has another type or form than the contract says.");
      default -> new RefusedRowException("json-malformed", "The line is no well-formed JSON.");
    };
  }

  private static String pointer(JsonMappingException mapping) {
    String pointer =
        mapping.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null
                        ? "/" + step.getIndex()
                        : "/" + SentName.quotable(step.getFieldName()).orElse("?"))
            .collect(Collectors.joining());
    return pointer.isEmpty() ? "The line" : pointer.substring(0, Math.min(pointer.length(), 200));
  }
}
