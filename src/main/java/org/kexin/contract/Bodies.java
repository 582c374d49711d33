package org.kexin.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.http.MergePatch;

/** Contents of requests and answers. */
final class Bodies {

  private static final String GENERIC_OBJECT = SchemaTree.refTo("ObjectNode");

  private Bodies() {}

  /** The media types of a body, by name; none where there is no body. */
  static Stream<Map.Entry<String, MediaType>> of(@Nullable Content content) {
    return content == null || content.getMediaTypes() == null
        ? Stream.of()
        : content.getMediaTypes().entrySet().stream();
  }

  /** The media types of a request body, by name; none where there is no body. */
  static Stream<Map.Entry<String, MediaType>> of(@Nullable RequestBody body) {
    return body == null ? Stream.of() : of(body.getContent());
  }

  /** Whether it is JSON of some kind, all of which is capped and has a schema. */
  static boolean isJson(String mediaType) {
    return mediaType.endsWith("/json") || mediaType.endsWith("+json");
  }

  /** What is not JSON is streamed text: the Java type that carries it says nothing to a client. */
  static void plain(Content content) {
    of(content)
        .filter(media -> !isJson(media.getKey()))
        .forEach(
            media ->
                media
                    .getValue()
                    .setSchema(
                        OASFactory.createSchema()
                            .type(List.of(SchemaType.STRING))
                            .format("binary")));
  }

  /**
   * Gives the merge patch of {@code path} the schema of the document it changes: the one that its
   * resource names in {@code @RequestBody}, or else the one that is posted to the collection.
   *
   * @throws IllegalStateException if there is neither
   */
  static void nameThePatch(String path, PathItem item, Paths paths, Patches patches) {
    if (item.getPATCH() == null) {
      return;
    }
    MediaType media =
        item.getPATCH().getRequestBody().getContent().getMediaType(MergePatch.MEDIA_TYPE);
    if (media == null) {
      throw new IllegalStateException("PATCH " + path + " does not take a merge patch.");
    }
    Schema named = media.getSchema();
    String document =
        named != null && named.getRef() != null && !named.getRef().equals(GENERIC_OBJECT)
            ? named.getRef()
            : posted(path, paths);
    media.setSchema(patches.of(SchemaTree.nameOf(document)));
  }

  private static String posted(String path, Paths paths) {
    PathItem collection = paths.getPathItem(path.replaceFirst("/\\{[^/]*}$", ""));
    return Stream.ofNullable(collection)
        .flatMap(item -> Stream.ofNullable(item.getPOST()))
        .flatMap(post -> of(post.getRequestBody()))
        .map(media -> media.getValue().getSchema().getRef())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Which document PATCH %s changes is unknown: name it on the parameter, @RequestBody(content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = …)))."
                        .formatted(path)));
  }
}
