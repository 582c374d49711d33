package org.kexin.analysis.effect;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;

/** Comparisons of figures that a caller sends, over HTTP. */
@Path("/v1/analysis/comparisons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "analysis")
public class ComparisonResource {

  private final Comparisons comparisons;

  ComparisonResource(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  @POST
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @NoPersonalData
  @Operation(
      summary = "Compare the arms of a test",
      description =
          "All statistics between arms and control from figures (A/B 检验), and the size of a planned"
              + " test. A question: nothing is kept. See docs/analyses/promotion-effect.md.")
  public ComparisonView compareArms(NewComparison comparison) {
    return comparisons.compare(comparison);
  }
}
