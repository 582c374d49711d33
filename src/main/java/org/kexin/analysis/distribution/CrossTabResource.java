package org.kexin.analysis.distribution;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kexin.access.AttributeClass;
import org.kexin.access.Discloses;
import org.kexin.access.Roles;
import org.kexin.shared.http.Drawn;

/** Cross-tabs over HTTP. */
@Path("/v1/analysis/cross-tabs")
@Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
@RunOnVirtualThread
@Tag(name = "analysis")
public class CrossTabResource {

  private final CrossTabAnalysis crossTabs;

  CrossTabResource(CrossTabAnalysis crossTabs) {
    this.crossTabs = crossTabs;
  }

  @GET
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses({AttributeClass.IDENTITY, AttributeClass.PROFILE})
  @Operation(
      summary = "How two attributes of customers go together",
      description =
          "Counts, shares, chi-square and Cramér's V (交叉分析). Roles that may not see individuals"
              + " get no cell of fewer than k customers, and none that one could be computed from."
              + " See docs/analyses/distribution.md.")
  public CrossTabView getCrossTab(@BeanParam CrossTabParameters attributes) {
    return crossTabs.answer(CrossTabQuestion.of(attributes));
  }
}
