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
import org.kexin.analysis.SalesParameters;
import org.kexin.shared.http.Drawn;

/** Distributions over HTTP. */
@Path("/v1/analysis/distributions")
@Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
@RunOnVirtualThread
@Tag(name = "analysis")
public class DistributionResource {

  private final DistributionAnalysis distributions;

  DistributionResource(DistributionAnalysis distributions) {
    this.distributions = distributions;
  }

  @GET
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses({AttributeClass.IDENTITY, AttributeClass.PROFILE, AttributeClass.BEHAVIOUR})
  @Operation(
      summary = "How customers spread over an attribute",
      description =
          "The customers of each value and what they buy, or a quantity in figures and bins"
              + " (基本信息分析). Roles that may not see individuals get small groups as OTHERS, and no"
              + " period. See docs/analyses/distribution.md.")
  public DistributionView getDistribution(
      @BeanParam SalesParameters sales, @BeanParam DistributionParameters wanted) {
    return distributions.answer(DistributionQuestion.of(sales, wanted));
  }
}
