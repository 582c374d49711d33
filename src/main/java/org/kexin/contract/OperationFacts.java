package org.kexin.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/** Completes one operation by what follows from its method, path, parameters and body. */
final class OperationFacts {

  /** OpenAPI describes these by other means, or they describe themselves. */
  private static final Set<String> OF_HTTP =
      Set.of("Accept", "Authorization", "Content-Length", "Content-Type");

  /** Ends of paths to which questions are posted that may not stand in a URL. */
  private static final List<String> READS =
      List.of(
          "/search",
          "/unmaskings",
          "/validations",
          "/comparisons",
          "/series-forecasts",
          "/control-charts",
          "/enterprise-strength",
          "/grading-policies/previews");

  private final String path;
  private final HttpMethod verb;
  private final Operation operation;
  private final ResourceMethods.Facts facts;
  private final List<Parameter> parameters;

  OperationFacts(String path, HttpMethod verb, Operation operation, ResourceMethods.Facts facts) {
    this.path = path;
    this.verb = verb;
    this.operation = operation;
    this.facts = facts;
    this.parameters =
        operation.getParameters() == null
            ? List.of()
            : operation.getParameters().stream()
                .filter(parameter -> !OF_HTTP.contains(parameter.getName()))
                .sorted(this::inOrder)
                .toList();
  }

  void complete(SharedParameters shared, Refusals refusals) {
    operation.setResponses(responses(refusals));
    operation.setSecurity(facts.roles().isEmpty() ? List.of() : null);
    if (!facts.roles().isEmpty()) {
      operation.addExtension("x-roles", facts.roles());
    }
    operation.addExtension("x-data-class", facts.dataClasses());
    if (verb == HttpMethod.POST && READS.stream().anyMatch(path::endsWith)) {
      // A question in the form of a POST: asking twice changes nothing.
      operation.addExtension("x-idempotent", true);
    }
    List<Parameter> all = new ArrayList<>(parameters.stream().map(shared::of).toList());
    if (!facts.dataClasses().isEmpty()) {
      all.add(shared.purposeOfUse());
    }
    if (facts.mayBreakGlass()) {
      all.add(shared.breakGlassReason());
    }
    operation.setParameters(all.isEmpty() ? null : all);
  }

  /** Path parameters as they stand in the path, then the others by name. */
  private int inOrder(Parameter one, Parameter other) {
    return Comparator.comparingInt(this::place)
        .thenComparing(Parameter::getName)
        .compare(one, other);
  }

  private int place(Parameter parameter) {
    return parameter.getIn() == In.PATH
        ? path.indexOf("{" + parameter.getName() + "}")
        : path.length();
  }

  private APIResponses responses(Refusals refusals) {
    Map<String, APIResponse> generated = new TreeMap<>(operation.getResponses().getAPIResponses());
    APIResponses responses = OASFactory.createAPIResponses();
    Content body =
        generated.entrySet().stream()
            .filter(response -> response.getKey().startsWith("2"))
            .flatMap(response -> Stream.ofNullable(response.getValue().getContent()))
            .findFirst()
            .orElse(null);
    for (String code : codes(generated)) {
      responses.addAPIResponse(
          code,
          code.startsWith("4") || code.startsWith("5")
              ? refusals.of(Integer.parseInt(code))
              : success(code, generated.get(code), body));
    }
    return responses;
  }

  private NavigableSet<String> codes(Map<String, APIResponse> generated) {
    NavigableSet<String> codes = new TreeSet<>(facts.declaredCodes());
    if (codes.stream().noneMatch(code -> code.startsWith("2"))) {
      generated.keySet().stream().filter(code -> code.startsWith("2")).forEach(codes::add);
    }
    // Every query string can be unreadable, whatever an operation makes of it.
    codes.add("400");
    if (!facts.roles().isEmpty()) {
      // 503 even where nothing is disclosed: a denial that cannot be recorded is not given either.
      codes.addAll(List.of("401", "403", "429", "503"));
    }
    if (namesOneRecord()) {
      codes.add("404");
    }
    if (takes(SharedParameters.IDEMPOTENCY_KEY)) {
      codes.addAll(List.of("409", "422"));
    }
    if (takes(SharedParameters.IF_MATCH)) {
      codes.addAll(List.of("412", "428"));
    }
    if (takes(SharedParameters.IF_NONE_MATCH)) {
      codes.add("304");
    }
    if (operation.getRequestBody() != null) {
      codes.add("415");
    }
    // Bodies of other kinds are streamed and have no cap that a request could reach.
    if (Bodies.of(operation.getRequestBody()).anyMatch(media -> Bodies.isJson(media.getKey()))) {
      codes.add("413");
    }
    return codes;
  }

  /** An upsert under a foreign key makes the record where there is none. */
  private boolean namesOneRecord() {
    boolean upsert = verb == HttpMethod.PUT && path.contains("/by-");
    return !upsert && parameters.stream().anyMatch(parameter -> parameter.getIn() == In.PATH);
  }

  private boolean takes(String header) {
    return parameters.stream()
        .anyMatch(
            parameter -> parameter.getIn() == In.HEADER && header.equals(parameter.getName()));
  }

  private APIResponse success(
      String code, @Nullable APIResponse generated, @Nullable Content body) {
    APIResponse response = generated == null ? OASFactory.createAPIResponse() : generated;
    boolean silent = code.equals("204") || code.startsWith("3");
    if (response.getContent() == null && !silent && body != null) {
      response.setContent(copy(body));
    }
    response.setDescription(description(code, response.getDescription()));
    if (code.equals("201") || code.equals("202")) {
      response.addHeader(
          "Location",
          Refusals.header("Where it is.", "/v1/customers/0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c1d")
              .required(true));
    }
    if (isVersioned(response) && !code.equals("204") && !code.equals("202")) {
      response.addHeader(
          "ETag",
          Refusals.header("The version, for If-Match and If-None-Match.", "\"3\"").required(true));
    }
    return response;
  }

  /** Answers of records that are read or changed on a condition, and receipts of such. */
  private boolean isVersioned(APIResponse response) {
    boolean receipt =
        Bodies.of(response.getContent())
            .map(media -> media.getValue().getSchema().getRef())
            .anyMatch(SchemaTree.refTo("Receipt")::equals);
    return facts.setsHeaders()
        && (receipt || takes(SharedParameters.IF_MATCH) || takes(SharedParameters.IF_NONE_MATCH));
  }

  private static Content copy(Content body) {
    Content copy = OASFactory.createContent();
    Bodies.of(body)
        .forEach(
            media ->
                copy.addMediaType(
                    media.getKey(),
                    OASFactory.createMediaType().schema(media.getValue().getSchema())));
    return copy;
  }

  /** The generator only knows the reason phrase of the status. */
  private static String description(String code, @Nullable String given) {
    if (given != null && !given.isBlank() && !PHRASES.contains(given)) {
      return given;
    }
    return switch (code) {
      case "201" -> "Created.";
      case "202" -> "Accepted; Location shows how far it is.";
      case "204" -> "Done; there is nothing to show.";
      case "304" -> "The caller has the present version.";
      default -> "Done.";
    };
  }

  private static final List<String> PHRASES =
      List.of("OK", "Created", "Accepted", "No Content", "Not Modified");
}
