package org.kexin.analysis.grading;

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

/** The spread of grades over HTTP. */
@Path("/v1/analysis/grades")
@Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
@RunOnVirtualThread
@Tag(name = "analysis")
public class GradeResource {

  private final GradeAnalysis grades;

  GradeResource(GradeAnalysis grades) {
    this.grades = grades;
  }

  @GET
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses({AttributeClass.IDENTITY, AttributeClass.BEHAVIOUR})
  @Operation(
      summary = "How grades spread over customers",
      description =
          "By the policies that hold, for individuals and for enterprises, with the four-fifths"
              + " ratio of groups (客户分级). Who objects to profiling has no grade. See"
              + " docs/analyses/grading.md.")
  public GradesView getGradeDistribution(@BeanParam GradeParameters wanted) {
    return grades.answer(wanted);
  }
}
