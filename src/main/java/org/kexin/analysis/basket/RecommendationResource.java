package org.kexin.analysis.basket;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.Roles;

/** Recommendations over HTTP. */
@Path("/v1/customers/{id}/insights/recommendations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "insights")
public class RecommendationResource {

  private final RecommendationService recommendations;

  RecommendationResource(RecommendationService recommendations) {
    this.recommendations = recommendations;
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
      summary = "What to offer a customer next",
      description =
          "Up to ten products that the standing rules, and the standing likeness of products, lead"
              + " to from what the customer bought, each with its grounds (推荐). Nothing is offered to who objects to profiling. See"
              + " docs/analyses/recommendations.md.")
  public RecommendationsView getRecommendations(
      @RestPath UUID id,
      @Parameter(
              description =
                  "Whether products that the customer has may be offered, too; false when absent.")
          @RestQuery
          @Nullable Boolean repeat) {
    return recommendations.of(id, Boolean.TRUE.equals(repeat));
  }
}
