package org.kexin.analysis.identification;

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

/** The model of who will buy for the first time, over HTTP. */
@Path("/v1/analysis/propensity")
@Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
@RunOnVirtualThread
@Tag(name = "analysis")
public class PropensityResource {

  private final PropensityAnalysis propensity;

  PropensityResource(PropensityAnalysis propensity) {
    this.propensity = propensity;
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
      summary = "Who will buy for the first time",
      description =
          "A logistic regression over facts known before (购买倾向), with calibration, AUC, Brier"
              + " score and lift chart. See docs/analyses/identification.md.")
  public PropensityView getPropensityModel(@BeanParam PropensityParameters asked) {
    return propensity.answer(PropensityQuestion.of(asked));
  }
}
