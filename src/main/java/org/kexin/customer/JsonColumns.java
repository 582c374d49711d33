package org.kexin.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.http.JsonSettings;

/**
 * JSON columns of {@link Customer}. Unlike requests, rows may hold members that a newer version of
 * the service wrote: during a rolling update they are read, not refused.
 */
final class JsonColumns {

  private static final ObjectMapper MAPPER =
      JsonSettings.apply(new ObjectMapper().registerModule(new JavaTimeModule()))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private JsonColumns() {}

  /** Facts as they are sealed: JSON in UTF-8. */
  static byte[] write(Object facts) {
    try {
      return MAPPER.writeValueAsBytes(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Facts cannot be written as JSON.", e);
    }
  }

  /** Facts that were sealed. */
  static <T> T read(byte[] json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new IllegalStateException("A row's facts cannot be read as JSON.", e);
    }
  }

  @Converter
  static final class OfIndividual extends JsonColumn<Individual> {
    OfIndividual() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  static final class OfEnterprise extends JsonColumn<Enterprise> {
    OfEnterprise() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  static final class OfExternalIds extends JsonColumn<List<ExternalId>> {
    OfExternalIds() {
      super(new TypeReference<>() {});
    }
  }

  private abstract static class JsonColumn<T> implements AttributeConverter<T, String> {

    private final TypeReference<T> type;

    JsonColumn(TypeReference<T> type) {
      this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable T value) {
      try {
        return value == null ? null : MAPPER.writeValueAsString(value);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Facts cannot be written as JSON.", e);
      }
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable String json) {
      try {
        return json == null ? null : MAPPER.readValue(json, type);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A row's facts cannot be read as JSON.", e);
      }
    }
  }
}
