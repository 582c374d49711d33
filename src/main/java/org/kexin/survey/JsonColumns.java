package org.kexin.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.http.JsonSettings;

/**
 * JSON columns of surveys. Unlike requests, rows may hold members that a newer version of the
 * service wrote: during a rolling update they are read, not refused.
 */
final class JsonColumns {

  private static final ObjectMapper MAPPER =
      JsonSettings.apply(new ObjectMapper())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private JsonColumns() {}

  @Converter
  static final class OfWording extends JsonColumn<Wording> {
    OfWording() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  static final class OfModes extends JsonColumn<List<SurveyMode>> {
    OfModes() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  static final class OfQuestions extends JsonColumn<List<Question>> {
    OfQuestions() {
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
}
