package org.kexin.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The locked contract, {@code openapi/kexin.yaml}, as the tests ask it. */
public final class Contract {

  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
  private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private final SchemaValidatorsConfig strict =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  /** Reads the contract in the working directory. */
  public Contract() {
    this(Path.of("openapi", "kexin.yaml"));
  }

  Contract(Path file) {
    try {
      document = new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(verb -> VERBS.contains(verb.getKey()))
                    .forEach(
                        verb ->
                            operations.add(
                                new Operation(
                                    verb.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    verb.getValue()))));
    tighten(document.path("components").path("schemas"));
  }

  /** Every operation. */
  public List<Operation> operations() {
    return List.copyOf(operations);
  }

  /**
   * The operation that a request means; of several paths that fit, the one with fewer parameters.
   */
  public Optional<Operation> operation(String method, String path) {
    return operations.stream()
        .filter(operation -> operation.method().equals(method) && operation.fits(path))
        .min(Comparator.comparingInt(operation -> operation.pathParameters().size()));
  }

  /** The operation that is documented for this method and path template. */
  public Optional<Operation> documented(String method, String template) {
    return operations.stream()
        .filter(operation -> operation.method().equals(method) && operation.path().equals(template))
        .findFirst();
  }

  /** What is documented for that status, with shared answers resolved; missing if nothing is. */
  public JsonNode answer(Operation operation, int status) {
    return resolved(operation.node().path("responses").path(Integer.toString(status)));
  }

  /** The parameters of an operation, with shared ones resolved. */
  public List<JsonNode> parameters(Operation operation) {
    List<JsonNode> parameters = new ArrayList<>();
    operation.node().path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
    return parameters;
  }

  /** What is wrong with a JSON body by the schema documented for it; empty if nothing is. */
  public List<String> violations(String key, JsonNode schema, JsonNode body) {
    return schemas.computeIfAbsent(key, absent -> compiled(schema)).validate(body).stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }

  private JsonSchema compiled(JsonNode schema) {
    ObjectNode root = schema.deepCopy();
    root.set("components", document.path("components"));
    return factory.getSchema(root, strict);
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  /**
   * Clients must expect members and values they do not know; the service itself must not answer
   * with any that its contract does not name.
   */
  private static void tighten(JsonNode node) {
    if (node instanceof ObjectNode schema) {
      if (schema.path("properties").isObject() && !schema.has("additionalProperties")) {
        schema.put("additionalProperties", false);
      }
      if (schema.has("x-extensible-enum")) {
        schema.set("enum", schema.get("x-extensible-enum"));
      }
    }
    node.forEach(Contract::tighten);
  }

  /**
   * One operation.
   *
   * @param method in capitals
   * @param path as documented, with {@code {parameters}}
   */
  public record Operation(String method, String path, JsonNode node) {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    /** Its name. */
    public String id() {
      return node.path("operationId").asText();
    }

    /** The roles that may call it. */
    public List<String> roles() {
      return texts(node.path("x-roles"));
    }

    /** Whether its answer may hold personal data. */
    public boolean discloses() {
      return !node.path("x-data-class").isEmpty();
    }

    /** The documented status codes. */
    public List<Integer> statuses() {
      return node.path("responses").properties().stream()
          .map(response -> Integer.valueOf(response.getKey()))
          .toList();
    }

    /** Whether that status is documented. */
    public boolean answers(int status) {
      return statuses().contains(status);
    }

    /** The media type of its body; empty if it takes none. */
    public Optional<String> mediaType() {
      return node.path("requestBody").path("content").properties().stream()
          .map(Map.Entry::getKey)
          .findFirst();
    }

    /** The documented example of its body. */
    public JsonNode example() {
      return node.path("requestBody").path("content").path(mediaType().orElse("")).path("example");
    }

    /** The names in its path. */
    public List<String> pathParameters() {
      return PARAMETER.matcher(path).results().map(found -> found.group(1)).toList();
    }

    boolean fits(String requested) {
      return requested.matches(PARAMETER.matcher(path).replaceAll("[^/]+"));
    }

    private static List<String> texts(JsonNode array) {
      List<String> texts = new ArrayList<>();
      array.forEach(text -> texts.add(text.asText()));
      return texts;
    }

    @Override
    public String toString() {
      return method + " " + path + " (" + id() + ")";
    }
  }
}
