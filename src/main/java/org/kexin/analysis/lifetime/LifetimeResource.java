package org.kexin.analysis.lifetime;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.AttributeClass;
import org.kexin.access.Discloses;
import org.kexin.access.Roles;
import org.kexin.shared.http.Drawn;

/** The models of lifetime value over HTTP. */
@Path("/v1/analysis/lifetime")
@Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
@RunOnVirtualThread
@Tag(name = "analysis")
public class LifetimeResource {

  private final LifetimeAnalysis lifetime;

  LifetimeResource(LifetimeAnalysis lifetime) {
    this.lifetime = lifetime;
  }

  @GET
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "What customers will still buy",
      description =
          "Models of purchases and of their value fitted to all customers (客户终身价值), what they"
              + " expect, and how they compare on a hold-out. See docs/analyses/lifetime.md.")
  public LifetimeView getLifetimeModels(
      @BeanParam LifetimeParameters asked,
      @Parameter(
              description =
                  "Compares the three models, fitted up to this day, with what happened from the"
                      + " next day to the last one observed; no comparison when absent.")
          @RestQuery
          @Nullable LocalDate calibrationEnd) {
    return lifetime.answer(LifetimeQuestion.of(asked, calibrationEnd));
  }
}
