package org.kexin.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Examples of bodies: the resources {@code openapi-examples/<operationId>.request.json} and {@code
 * .response.json}, and where there is none, what the examples of the members make.
 */
final class Examples {

  private static final String FOLDER = "openapi-examples/";
  private static final int MAX_DEPTH = 8;

  private final ObjectMapper mapper = new ObjectMapper();
  private final SchemaTree tree;

  Examples(Map<String, Schema> components) {
    this.tree = new SchemaTree(components);
  }

  /**
   * Puts the example of that name, such as {@code getCustomer.response}, on a body.
   *
   * @throws IllegalStateException if its file is not JSON although the body is
   */
  void exemplify(String name, String mediaType, MediaType body) {
    if (Bodies.isJson(mediaType)) {
      String written = written(name + ".json");
      body.setExample(written == null ? made(body.getSchema(), 0) : json(name + ".json", written));
    } else {
      // text/csv is written in a file that ends in .csv, application/x-ndjson in one in .ndjson.
      String ending = mediaType.replaceFirst(";.*", "").replaceFirst(".*/(x-)?", "");
      String written = written(name + "." + ending);
      if (written != null) {
        body.setExample(written);
      }
    }
  }

  private Object json(String name, String written) {
    try {
      return mapper.readValue(written, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(FOLDER + name + " is not JSON", e);
    }
  }

  private static @Nullable String written(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream file = loader.getResourceAsStream(FOLDER + name)) {
      return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object made(Schema schema, int depth) {
    if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
      return schema.getExamples().getFirst();
    }
    if (schema.getRef() != null) {
      return made(tree.resolved(schema), depth);
    }
    if (schema.getExtensions() != null
        && schema.getExtensions().get("x-extensible-enum") instanceof List<?> values) {
      return values.getFirst();
    }
    if (schema.getAnyOf() != null) {
      return made(schema.getAnyOf().getFirst(), depth);
    }
    SchemaType type = schema.getType() == null ? SchemaType.OBJECT : schema.getType().getFirst();
    return switch (type) {
      case OBJECT -> object(schema, depth + 1);
      case ARRAY -> depth >= MAX_DEPTH ? List.of() : List.of(made(schema.getItems(), depth + 1));
      case INTEGER -> schema.getMinimum() == null ? 1 : Math.max(1, schema.getMinimum().intValue());
      case NUMBER -> 0.5;
      case BOOLEAN -> true;
      default -> text(schema);
    };
  }

  private Map<String, Object> object(Schema schema, int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (schema.getProperties() != null) {
      schema
          .getProperties()
          .forEach(
              (name, member) -> {
                boolean needed =
                    schema.getRequired() != null && schema.getRequired().contains(name);
                if (needed || depth < MAX_DEPTH) {
                  members.put(name, made(member, depth));
                }
              });
    }
    Schema values = schema.getAdditionalPropertiesSchema();
    if (values != null && values.getBooleanSchema() == null) {
      members.put("key", made(values, depth));
    }
    return members;
  }

  private static String text(Schema schema) {
    return switch (schema.getFormat() == null ? "" : schema.getFormat()) {
      case "uuid" -> "0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c1d";
      case "date-time" -> "2026-01-15T08:30:00Z";
      case "date" -> "2026-01-15";
      default -> "text";
    };
  }
}
