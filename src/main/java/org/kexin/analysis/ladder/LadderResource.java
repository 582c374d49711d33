package org.kexin.analysis.ladder;

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

/** The ladder of the life cycle over HTTP. */
@Path("/v1/analysis/life-cycle")
@Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
@RunOnVirtualThread
@Tag(name = "analysis")
public class LadderResource {

  private final LifeCycleLadder ladder;

  LadderResource(LifeCycleLadder ladder) {
    this.ladder = ladder;
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
      summary = "Where customers stand",
      description =
          "How many customers stand on each stage of the life cycle now, and how many moved from"
              + " one to another (生命周期阶梯). See docs/analyses/life-cycle.md.")
  public LadderView getLifeCycleLadder(@BeanParam LadderParameters asked) {
    return ladder.answer(asked);
  }
}
