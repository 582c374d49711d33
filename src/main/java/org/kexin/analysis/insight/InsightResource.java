package org.kexin.analysis.insight;

import static org.kexin.access.AttributeClass.BEHAVIOUR;
import static org.kexin.access.AttributeClass.FINANCIAL;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.kexin.access.Discloses;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.Roles;
import org.kexin.customer.UnmaskingReason;

/** What is derived of one customer, over HTTP. */
@Path("/v1/customers/{id}/insights")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "insights", description = "What is derived of one customer, and why (客户洞察).")
public class InsightResource {

  private final InsightService insights;

  InsightResource(InsightService insights) {
    this.insights = insights;
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
  @Discloses({BEHAVIOUR, FINANCIAL})
  @Operation(
      summary = "Read what is derived of a customer",
      description =
          "Each insight with its method, its moment and its reasons. Nothing is derived of who"
              + " objects to profiling. Those that derive from financial facts are masked.")
  public InsightsView getInsights(@RestPath UUID id) {
    return insights.of(id);
  }

  @POST
  @Path("/unmaskings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses({BEHAVIOUR, FINANCIAL})
  @Operation(
      summary = "Unmask what is derived of a customer",
      description =
          "As to read it, with what derives from financial facts, such as the credit grade (信用等级),"
              + " for a reason that is kept with the access record (明文查看). It changes nothing, and"
              + " its answer is kept nowhere, so it takes no Idempotency-Key. See"
              + " docs/analyses/enterprise-strength.md.")
  public InsightsView unmaskInsights(@RestPath UUID id, UnmaskingReason why) {
    return insights.unmask(id, why);
  }
}
