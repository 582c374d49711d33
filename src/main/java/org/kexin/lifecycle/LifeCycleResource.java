package org.kexin.lifecycle;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;

/** Where a customer stands, over HTTP. */
@Path("/v1/customers/{id}/life-cycle")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "life-cycle", description = "Where customers stand with the company (生命周期).")
public class LifeCycleResource {

  private final LifeCycleService lifeCycles;

  LifeCycleResource(LifeCycleService lifeCycles) {
    this.lifeCycles = lifeCycles;
  }

  @GET
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "Read where a customer stands",
      description =
          "The stage with the rule that decided and every change of it, the last first. Derived a few"
              + " seconds after something happened; absent for who objects to being judged so.")
  public LifeCycleView getLifeCycle(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return lifeCycles.of(id, PageRequest.of(pageSize, pageToken, "getLifeCycle", id));
  }
}
