package org.kexin.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** Completes the generated document; the order of the steps is that of their needs. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ContractDocument implements OASFilter {

  private static final String BEARER = "bearer";

  private final ResourceMethods methods;
  private final Records records;

  /** Made by Quarkus, which gives the index of the application's classes. */
  public ContractDocument(IndexView index) {
    methods = new ResourceMethods(index);
    records = new Records(index);
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Map<String, Schema> components = new TreeMap<>(document.getComponents().getSchemas());
    List<Operation> operations = operations(document);

    Stream.concat(
            requests(operations).stream(), operations.stream().flatMap(ContractDocument::successes))
        .forEach(Bodies::plain);
    Schemas schemas = new Schemas(components, records);
    schemas.keepMembers();
    schemas.inlineScalars(inlineSchemas(operations));
    schemas.openEnums(inlineSchemas(operations));
    describe(document, components);
    schemas.demandMembers(requests(operations), answers(document, operations));
    schemas.dropUnused(
        Stream.concat(requests(operations).stream(), answers(document, operations).stream())
            .toList());
    exemplify(operations, new Examples(components));
    document.getComponents().setSchemas(components);
  }

  private void describe(OpenAPI document, Map<String, Schema> components) {
    SharedParameters parameters = new SharedParameters();
    Refusals refusals = new Refusals();
    Patches patches = new Patches(components);
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              Bodies.nameThePatch(path, item, document.getPaths(), patches);
              item.getOperations()
                  .forEach(
                      (verb, operation) ->
                          new OperationFacts(
                                  path, verb, operation, methods.of(operation.getOperationId()))
                              .complete(parameters, refusals));
            });
    document.getComponents().setParameters(parameters.components());
    document.getComponents().setResponses(refusals.components());
    document.getComponents().setSecuritySchemes(Map.of(BEARER, bearer()));
    document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
    document.setServers(
        List.of(
            OASFactory.createServer()
                .url("/")
                .description("The deployment that this document was read from.")));
  }

  private static void exemplify(List<Operation> operations, Examples examples) {
    for (Operation operation : operations) {
      String id = operation.getOperationId();
      Bodies.of(operation.getRequestBody())
          .forEach(body -> examples.exemplify(id + ".request", body.getKey(), body.getValue()));
      successes(operation)
          .flatMap(Bodies::of)
          .forEach(body -> examples.exemplify(id + ".response", body.getKey(), body.getValue()));
    }
  }

  private static List<Operation> operations(OpenAPI document) {
    return document.getPaths().getPathItems().values().stream()
        .map(PathItem::getOperations)
        .flatMap(operations -> operations.values().stream())
        .sorted(Comparator.comparing(Operation::getOperationId))
        .toList();
  }

  private static Collection<Schema> inlineSchemas(List<Operation> operations) {
    List<Schema> schemas = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation.getParameters() != null) {
        operation.getParameters().stream()
            .map(Parameter::getSchema)
            .filter(Objects::nonNull)
            .forEach(schemas::add);
      }
      Stream.concat(requests(List.of(operation)).stream(), successes(operation))
          .flatMap(content -> content.getMediaTypes().values().stream())
          .flatMap(media -> Stream.ofNullable(media.getSchema()))
          .forEach(schemas::add);
    }
    return schemas;
  }

  private static Collection<Content> requests(List<Operation> operations) {
    return operations.stream()
        .flatMap(operation -> Stream.ofNullable(operation.getRequestBody()))
        .flatMap(body -> Stream.ofNullable(body.getContent()))
        .toList();
  }

  private static Collection<Content> answers(OpenAPI document, List<Operation> operations) {
    return Stream.concat(
            Stream.ofNullable(document.getComponents().getResponses())
                .flatMap(responses -> responses.values().stream())
                .map(response -> response.getContent()),
            operations.stream().flatMap(ContractDocument::successes))
        .toList();
  }

  private static Stream<Content> successes(Operation operation) {
    return operation.getResponses().getAPIResponses().values().stream()
        .flatMap(response -> Stream.ofNullable(response.getContent()));
  }

  private static SecurityScheme bearer() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme(BEARER)
        .bearerFormat("JWT")
        .description(
            "An access token of the OpenID Connect provider, checked as RFC8725 asks: signature,"
                + " issuer, audience kexin-api and expiry. Which realm roles may call an operation"
                + " stands in its x-roles. A deployment may take only tokens that are bound to a key"
                + " (RFC9449): then the scheme is DPoP, each request has a fresh proof in the header"
                + " DPoP, and every 401 says so.");
  }
}
