package org.kexin.analysis.effect;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.kexin.access.AttributeClass;
import org.kexin.access.Discloses;
import org.kexin.access.Roles;
import org.kexin.shared.http.Drawn;
import org.kexin.shared.http.StatusCodes;

/** The effect of promotions over HTTP. */
@Path("/v1/analysis/promotions")
@RunOnVirtualThread
@Tag(name = "analysis")
public class EffectResource {

  private final EffectAnalysis effects;

  EffectResource(EffectAnalysis effects) {
    this.effects = effects;
  }

  @GET
  @Path("/{id}/effect")
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
      summary = "Read the effect of a promotion",
      description =
          "Reach, response, revenue and return (促销效果评估): incremental against the control group,"
              + " otherwise only attributed. See docs/analyses/promotion-effect.md.")
  @StatusCodes({200, 409})
  public EffectView getPromotionEffect(@RestPath UUID id, @BeanParam EffectParameters parameters) {
    return effects.answer(EffectQuestion.of(id, parameters));
  }
}
