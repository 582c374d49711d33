package org.kexin.lifecycle;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
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

/** The policy of the life cycle over HTTP. */
@Path("/v1/life-cycle-policies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "life-cycle")
public class LifeCyclePolicyResource {

  private final LifeCycleService lifeCycles;
  private final Idempotency idempotency;

  LifeCyclePolicyResource(LifeCycleService lifeCycles, Idempotency idempotency) {
    this.lifeCycles = lifeCycles;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.ANALYST,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER,
    Roles.ADMIN
  })
  @NoPersonalData
  @Operation(
      summary = "List the policies of the life cycle",
      description = "Every version; the first in the list holds.")
  public LifeCyclePolicyPage listLifeCyclePolicies(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return LifeCyclePolicyPage.of(
        lifeCycles.policies(PageRequest.of(pageSize, pageToken, "listLifeCyclePolicies")));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(
      summary = "Publish a policy of the life cycle",
      description = "The next version; everybody is then derived anew in the background.")
  @StatusCodes(201)
  public RestResponse<Receipt> publishLifeCyclePolicy(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, LifeCycleTerms terms) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "publishLifeCyclePolicy",
            terms,
            Receipt.class,
            () -> lifeCycles.publish(terms));
    return Answers.created(URI.create("/v1/life-cycle-policies"), receipt);
  }
}
