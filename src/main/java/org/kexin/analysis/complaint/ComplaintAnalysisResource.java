package org.kexin.analysis.complaint;

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

/** The analysis of complaints over HTTP. */
@Path("/v1/analysis/complaints")
@Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
@RunOnVirtualThread
@Tag(name = "analysis")
public class ComplaintAnalysisResource {

  private final ComplaintAnalysis complaints;

  ComplaintAnalysisResource(ComplaintAnalysis complaints) {
    this.complaints = complaints;
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
      summary = "What complaints tell",
      description =
          "The vital few causes (帕累托), time to resolve, rate against orders with control limits"
              + " (控制图), and whether a problem is rising (预警). See docs/analyses/complaints.md.")
  public ComplaintAnalysisView analyseComplaints(@BeanParam ComplaintParameters asked) {
    return complaints.answer(ComplaintQuestion.of(asked));
  }
}
