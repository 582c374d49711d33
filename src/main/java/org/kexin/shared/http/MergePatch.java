package org.kexin.shared.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * JSON Merge Patch (RFC 7396): an absent member stays, null removes, arrays are replaced whole.
 *
 * <p>Written on Jackson's tree, in which the patch already is; a JSON-P implementation would parse
 * and print the document twice more.
 */
@ApplicationScoped
public class MergePatch {

  /** The media type of merge patches. */
  public static final String MEDIA_TYPE = "application/merge-patch+json";

  private final ObjectMapper mapper;

  MergePatch(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * {@code document} changed by {@code patch}, read back as the same type.
   *
   * @throws UnreadablePatchException if the result is not a document of that type; becomes a 400
   */
  public <T> T apply(T document, ObjectNode patch, Class<T> type) {
    try {
      return mapper.treeToValue(merge(mapper.valueToTree(document), patch), type);
    } catch (JsonProcessingException unreadable) {
      throw new UnreadablePatchException(unreadable);
    }
  }

  /** The algorithm of RFC 7396, section 2. */
  static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode result = target.isObject() ? (ObjectNode) target : ((ObjectNode) patch).objectNode();
    patch
        .properties()
        .forEach(
            member -> {
              if (member.getValue().isNull()) {
                result.remove(member.getKey());
              } else {
                JsonNode old = result.path(member.getKey());
                result.set(member.getKey(), merge(old, member.getValue()));
              }
            });
    return result;
  }
}
