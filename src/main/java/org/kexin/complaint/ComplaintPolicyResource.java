package org.kexin.complaint;

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

/** Policies over HTTP. */
@Path("/v1/complaint-policies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "complaint-policies", description = "How much time there is (投诉时限).")
public class ComplaintPolicyResource {

  private final ComplaintTerms terms;
  private final Idempotency idempotency;

  ComplaintPolicyResource(ComplaintTerms terms, Idempotency idempotency) {
    this.terms = terms;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(
      summary = "Publish a complaint policy",
      description =
          "The next version of the policy. It holds for what arrives from now on; what is open keeps the"
              + " version with which they began.")
  @StatusCodes(201)
  public RestResponse<Receipt> publishComplaintPolicy(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewComplaintPolicy policy) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "publishComplaintPolicy",
            policy,
            Receipt.class,
            () -> terms.publish(policy));
    return Answers.created(URI.create("/v1/complaint-policies/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(
      summary = "List complaint policies",
      description = "All versions, the newest first, a page at a time.")
  public ComplaintPolicyPage listComplaintPolicies(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return ComplaintPolicyPage.of(
        terms.listPolicies(PageRequest.of(pageSize, pageToken, "listComplaintPolicies")));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(summary = "Read a complaint policy", description = "One version by its id.")
  public ComplaintPolicyView getComplaintPolicy(@RestPath UUID id) {
    return terms.readPolicy(id);
  }
}
