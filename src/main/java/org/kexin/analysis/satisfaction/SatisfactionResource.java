package org.kexin.analysis.satisfaction;

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
import org.kexin.shared.http.StatusCodes;

/** Satisfaction over HTTP. */
@Path("/v1/analysis/satisfaction")
@RunOnVirtualThread
@Tag(name = "analysis")
public class SatisfactionResource {

  private final SatisfactionAnalysis satisfaction;

  SatisfactionResource(SatisfactionAnalysis satisfaction) {
    this.satisfaction = satisfaction;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "Read how satisfied customers or staff are",
      description =
          "NPS, CSAT or CES of submitted answers, by month, survey, product and service (满意度分析)."
              + " Days that are over count. See docs/analyses/satisfaction.md.")
  @StatusCodes({200, 404})
  public SatisfactionView getSatisfaction(@BeanParam SatisfactionParameters parameters) {
    return satisfaction.answer(SatisfactionQuestion.of(parameters));
  }
}
