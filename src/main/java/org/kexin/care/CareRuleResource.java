package org.kexin.care;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** Rules of care over HTTP. */
@Path("/v1/care-rules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "care", description = "On which occasions to turn to customers (客户关怀).")
public class CareRuleResource {

  private final CareService care;
  private final Idempotency idempotency;

  CareRuleResource(CareService care, Idempotency idempotency) {
    this.care = care;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.MARKETING, Roles.DATA_STEWARD})
  @NoPersonalData
  @Operation(
      summary = "Make a rule of care",
      description =
          "Followed from the present day of its zone on. A rule never changes: end it and make"
              + " another.")
  @StatusCodes(201)
  public RestResponse<Receipt> makeCareRule(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewCareRule rule) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey, "makeCareRule", rule, Receipt.class, () -> care.make(rule));
    return Answers.created(URI.create("/v1/care-rules/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @NoPersonalData
  @Operation(
      summary = "List rules of care",
      description = "Ended ones too, the last made first, a page at a time.")
  public CareRulePage listCareRules(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return CareRulePage.of(care.rules(PageRequest.of(pageSize, pageToken, "listCareRules")));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @NoPersonalData
  @Operation(summary = "Read a rule of care", description = "With how far it was followed.")
  public CareRuleView getCareRule(@RestPath UUID id) {
    return care.rule(id);
  }

  @POST
  @Path("/{id}/ends")
  @RolesAllowed({Roles.MARKETING, Roles.DATA_STEWARD})
  @NoPersonalData
  @Operation(
      summary = "End a rule of care",
      description = "No tasks are made any more; those that there are stay.")
  public Receipt endCareRule(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.once(idempotencyKey, "endCareRule", id, Receipt.class, () -> care.end(id));
  }
}
