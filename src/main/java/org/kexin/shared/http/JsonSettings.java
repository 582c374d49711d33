package org.kexin.shared.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.temporal.Temporal;
import java.util.List;

/**
 * How JSON is read and written everywhere: unknown and duplicate members are refused, nothing is
 * coerced from one type to another, depth and sizes are capped, text is well-formed Unicode without
 * NUL, absent values are left out.
 */
@Singleton
public class JsonSettings implements ObjectMapperCustomizer {

  static final int MAX_DEPTH = 32;
  static final int MAX_STRING_CHARS = 100_000;
  static final int MAX_NUMBER_CHARS = 64;
  static final int MAX_NAME_CHARS = 256;

  /** Names, values and brackets of a document; honest ones have one in four bytes or fewer. */
  static final int MAX_TOKENS = 500_000;

  @Override
  public void customize(ObjectMapper mapper) {
    apply(mapper);
  }

  /** Puts these settings on {@code mapper} and returns it. */
  public static ObjectMapper apply(ObjectMapper mapper) {
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(MAX_STRING_CHARS)
                .maxNumberLength(MAX_NUMBER_CHARS)
                .maxNameLength(MAX_NAME_CHARS)
                .maxTokenCount(MAX_TOKENS)
                .build());
    mapper.configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
    mapper.configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION.mappedFeature(), false);
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    mapper.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    mapper.configOverride(List.class).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
    refuseCoercions(mapper);
    mapper.registerModule(
        new SimpleModule("kexin-text")
            .addDeserializer(String.class, new WellFormedText())
            .setDeserializerModifier(new TextOnly()));
    return mapper;
  }

  @SuppressWarnings("deprecation") // the builder that replaces it cannot be used on Quarkus' mapper
  private static void refuseCoercions(ObjectMapper mapper) {
    mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    mapper
        .coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    for (LogicalType type :
        List.of(LogicalType.DateTime, LogicalType.Enum, LogicalType.OtherScalar)) {
      mapper
          .coercionConfigFor(type)
          .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }
  }

  /** Refuses arrays and numbers where the contract knows only the text form of a date or time. */
  private static final class TextOnly extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
        DeserializationConfig config, BeanDescription type, JsonDeserializer<?> reader) {
      return Temporal.class.isAssignableFrom(type.getBeanClass())
          ? new OfText(reader, type.getBeanClass())
          : reader;
    }

    private static final class OfText extends DelegatingDeserializer {
      private static final long serialVersionUID = 1L;

      private final Class<?> type;

      OfText(JsonDeserializer<?> reader, Class<?> type) {
        super(reader);
        this.type = type;
      }

      @Override
      protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
        return new OfText(reader, type);
      }

      @Override
      public Object deserialize(JsonParser parser, DeserializationContext context)
          throws IOException {
        return parser.hasToken(JsonToken.VALUE_STRING)
            ? super.deserialize(parser, context)
            : context.handleUnexpectedToken(type, parser);
      }
    }
  }

  /** Refuses text that a database or another client could not give back unchanged. */
  private static final class WellFormedText extends StringDeserializer {
    private static final long serialVersionUID = 1L;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = super.deserialize(parser, context);
      if (text != null && !Text.isWellFormed(text)) {
        return (String)
            context.handleWeirdStringValue(
                String.class, "", "Text must be well-formed Unicode without control characters.");
      }
      return text;
    }
  }
}
