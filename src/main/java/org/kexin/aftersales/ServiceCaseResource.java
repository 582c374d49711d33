package org.kexin.aftersales;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** Service cases over HTTP. */
@Path("/v1/service-cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "service-cases", description = "Service after the sale (售后服务).")
public class ServiceCaseResource {

  private final ServiceCaseService cases;
  private final Idempotency idempotency;

  ServiceCaseResource(ServiceCaseService cases, Idempotency idempotency) {
    this.cases = cases;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Open a service case",
      description = "What a customer needs after the sale, and the problem that they reported.")
  @StatusCodes({201, 404})
  public RestResponse<Receipt> openServiceCase(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewServiceCase serviceCase) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "openServiceCase",
            serviceCase,
            Receipt.class,
            () -> cases.open(serviceCase));
    return Answers.created(URI.create("/v1/service-cases/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List service cases",
      description = "Of one customer, or in one state, or both; the last opened first.")
  public ServiceCasePage listServiceCases(
      @Parameter(description = "Only those of this customer.") @RestQuery @Nullable UUID customerId,
      @Parameter(description = "Only those in this state.") @RestQuery @Nullable CaseState state,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    PageRequest page = PageRequest.of(pageSize, pageToken, "listServiceCases", customerId, state);
    return ServiceCasePage.of(cases.list(customerId, state, page));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(summary = "Read a service case", description = "With the customer's rating.")
  public RestResponse<ServiceCaseView> getServiceCase(
      @RestPath UUID id, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    ServiceCaseView found = cases.read(id);
    return EntityTags.matches(ifNoneMatch, found.version())
        ? Answers.notModified(found.version())
        : Answers.versioned(found, found.version());
  }

  @POST
  @Path("/{id}/results")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(summary = "End a service case", description = "With what was done, once.")
  public Receipt endServiceCase(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewCaseResult result) {
    return idempotency.once(
        idempotencyKey,
        "endServiceCase",
        new About(id, result),
        Receipt.class,
        () -> cases.end(id, result));
  }

  @POST
  @Path("/{id}/ratings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Record the customer's rating of a service",
      description = "Once, after it has ended.")
  public Receipt rateServiceCase(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewRating rating) {
    return idempotency.once(
        idempotencyKey,
        "rateServiceCase",
        new About(id, rating),
        Receipt.class,
        () -> cases.rate(id, rating));
  }
}
