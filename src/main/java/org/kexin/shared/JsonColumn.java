package org.kexin.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.http.JsonSettings;

/**
 * A record that stands in one column as JSON. Unlike requests, rows may hold members that a newer
 * version of the service wrote: during a rolling update they are read, not refused.
 */
public abstract class JsonColumn<T> implements AttributeConverter<T, String> {

  private static final ObjectMapper MAPPER =
      JsonSettings.apply(new ObjectMapper().registerModule(new JavaTimeModule()))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final TypeReference<T> type;

  protected JsonColumn(TypeReference<T> type) {
    this.type = type;
  }

  /** As it is sealed before it is stored: JSON in UTF-8. */
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A column cannot be written as JSON.", e);
    }
  }

  /** What was sealed. */
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new IllegalStateException("A column cannot be read as JSON.", e);
    }
  }

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable T value) {
    try {
      return value == null ? null : MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A column cannot be written as JSON.", e);
    }
  }

  @Override
  public @Nullable T convertToEntityAttribute(@Nullable String json) {
    try {
      return json == null ? null : MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A column cannot be read as JSON.", e);
    }
  }
}
