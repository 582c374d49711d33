package org.kexin.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The one text of an OpenAPI document. The generator's order depends on the order in which it meets
 * classes, so that its own text would change with the machine.
 */
final class ContractText {

  /** What a reader wants to see first, where it occurs; everything else follows by name. */
  private static final List<String> FIRST =
      List.of(
          "openapi",
          "info",
          "servers",
          "security",
          "tags",
          "paths",
          "components",
          "get",
          "put",
          "post",
          "patch",
          "delete",
          "operationId",
          "summary",
          "name",
          "in",
          "$ref",
          "type",
          "format",
          "title",
          "description",
          "version",
          "x-roles",
          "x-data-class",
          "required",
          "parameters",
          "requestBody",
          "responses",
          "headers",
          "content",
          "schema",
          "properties");

  /** Below these the order is the author's. */
  private static final Set<String> KEPT = Set.of("example", "value", "properties");

  private static final Comparator<String> ORDER =
      Comparator.comparingInt(ContractText::place).thenComparing(Comparator.naturalOrder());

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .stringQuotingChecker(new Quoting())
              .build());

  private ContractText() {}

  /** The text of a document that is given as JSON or YAML. */
  static String of(String document) throws JsonProcessingException {
    return YAML.writeValueAsString(sorted(YAML.readTree(document), false));
  }

  private static JsonNode sorted(JsonNode node, boolean keepOrder) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> copy.add(sorted(item, keepOrder)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    List<String> names = object.propertyStream().map(property -> property.getKey()).toList();
    (keepOrder ? names.stream() : names.stream().sorted(ORDER))
        .forEach(name -> copy.set(name, sorted(object.get(name), KEPT.contains(name))));
    return copy;
  }

  private static int place(String name) {
    int place = FIRST.indexOf(name);
    return place < 0 ? FIRST.size() : place;
  }

  /** Readers of YAML 1.1 take an unquoted date for a date and an unquoted 12:30 for a number. */
  private static final class Quoting extends StringQuotingChecker.Default {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean needToQuoteValue(String value) {
      return super.needToQuoteValue(value)
          || (!value.isEmpty() && "+-.0123456789".indexOf(value.charAt(0)) >= 0);
    }
  }
}
