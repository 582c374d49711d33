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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.AttributeClass;
import org.kexin.access.Discloses;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;

/** Promising prospects over HTTP. */
@Path("/v1/analysis/prospects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "analysis")
public class ProspectResource {

  private final RankedProspects ranked;

  ProspectResource(RankedProspects ranked) {
    this.ranked = ranked;
  }

  @GET
  @RolesAllowed({Roles.SALES, Roles.MARKETING, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "Promising prospects",
      description =
          "The thousand customers without a purchase who are most likely to make one, a page at a"
              + " time, each with reasons (潜在客户识别). Who objects to profiling is not named, for"
              + " marketing nor who does not agree to it, so a page may be short and yet have a"
              + " next one. See docs/analyses/identification.md.")
  public ProspectPage listProspects(
      @BeanParam PropensityParameters asked,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    PropensityQuestion question = PropensityQuestion.of(asked);
    return ranked.list(question, PageRequest.of(pageSize, pageToken, "listProspects", question));
  }
}
