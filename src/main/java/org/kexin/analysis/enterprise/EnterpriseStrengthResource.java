package org.kexin.analysis.enterprise;

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

/** The strength of an enterprise over HTTP. */
@Path("/v1/analysis/enterprise-strength")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "analysis")
public class EnterpriseStrengthResource {

  private final EnterpriseStrength strength;

  EnterpriseStrengthResource(EnterpriseStrength strength) {
    this.strength = strength;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ANALYST, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @NoPersonalData
  @Operation(
      summary = "Compute the strength of an enterprise",
      description =
          "Ratios of solvency, operation and profitability, days beyond terms, and a credit grade"
              + " with its reasons (企业实力分析), of the figures sent; none of them is kept. See"
              + " docs/analyses/enterprise-strength.md.")
  public EnterpriseStrengthView computeEnterpriseStrength(EnterpriseFigures figures) {
    return strength.of(figures);
  }
}
