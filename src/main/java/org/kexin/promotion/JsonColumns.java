package org.kexin.promotion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Actor;
import org.kexin.shared.http.JsonSettings;

/**
 * JSON columns of this feature. Unlike requests, rows may hold members that a newer version of the
 * service wrote: during a rolling update they are read, not refused.
 */
final class JsonColumns {

  private static final ObjectMapper MAPPER =
      JsonSettings.apply(new ObjectMapper().registerModule(new JavaTimeModule()))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private JsonColumns() {}

  @Converter
  static final class OfPromotion extends JsonColumn<NewPromotion> {
    OfPromotion() {
      super(NewPromotion.class);
    }
  }

  @Converter
  static final class OfCriteria extends JsonColumn<AudienceCriteria> {
    OfCriteria() {
      super(AudienceCriteria.class);
    }
  }

  @Converter
  static final class OfActor extends JsonColumn<Actor> {
    OfActor() {
      super(Actor.class);
    }
  }

  private abstract static class JsonColumn<T> implements AttributeConverter<T, String> {

    private final Class<T> type;

    JsonColumn(Class<T> type) {
      this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable T value) {
      try {
        return value == null ? null : MAPPER.writeValueAsString(value);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A row's document cannot be written as JSON.", e);
      }
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable String json) {
      try {
        return json == null ? null : MAPPER.readValue(json, type);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A row's document cannot be read as JSON.", e);
      }
    }
  }
}
