package org.kexin.analysis.need;

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

/** Needs of all over HTTP. */
@Path("/v1/analysis/needs")
@Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
@RunOnVirtualThread
@Tag(name = "analysis")
public class NeedResource {

  private final NeedAnalysis needs;

  NeedResource(NeedAnalysis needs) {
    this.needs = needs;
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
      summary = "How many customers are due for what",
      description =
          "For each category, or product, how many of those who buy it regularly are past due,"
              + " coming due within some days, due later, or lapsed (需求预测). For roles that may"
              + " not see individuals all sales count, by category, a week ahead. See"
              + " docs/analyses/needs.md.")
  public NeedsView getNeeds(@BeanParam SalesParameters sales, @BeanParam NeedParameters asked) {
    return needs.answer(NeedQuestion.of(sales, asked));
  }
}
