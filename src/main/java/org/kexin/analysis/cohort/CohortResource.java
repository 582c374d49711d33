package org.kexin.analysis.cohort;

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

/** Cohorts over HTTP. */
@Path("/v1/analysis/cohorts")
@Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
@RunOnVirtualThread
@Tag(name = "analysis")
public class CohortResource {

  private final CohortAnalysis cohorts;

  CohortResource(CohortAnalysis cohorts) {
    this.cohorts = cohorts;
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
      summary = "Cohorts and retention",
      description =
          "Customers by the month of their first order, and how many bought again in each month"
              + " after it (同期群与留存). For roles that may not see individuals the period is all"
              + " there is and returns are excluded. See docs/analyses/cohorts.md.")
  public CohortsView getCohorts(
      @BeanParam SalesParameters sales, @BeanParam CohortParameters asked) {
    return cohorts.answer(CohortQuestion.of(sales, asked));
  }
}
