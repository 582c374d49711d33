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

/** The economics of retention over HTTP. */
@Path("/v1/analysis/retention-economics")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "analysis")
public class RetentionEconomicsResource {

  private final RetentionEconomicsAnalysis economics;

  RetentionEconomicsResource(RetentionEconomicsAnalysis economics) {
    this.economics = economics;
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
      summary = "What more retention would earn",
      description =
          "Retention of calendar periods, what customers cost to win, and what some points more of"
              + " retention would earn, step by step (留存经济学). See"
              + " docs/analyses/retention-economics.md.")
  public RetentionEconomicsView getRetentionEconomics(
      @BeanParam SalesParameters sales, @BeanParam RetentionEconomicsParameters asked) {
    return economics.answer(RetentionEconomicsQuestion.of(sales, asked));
  }
}
