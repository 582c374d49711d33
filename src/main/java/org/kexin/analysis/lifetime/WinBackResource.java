package org.kexin.analysis.lifetime;

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

/** Whom to win back, over HTTP. */
@Path("/v1/analysis/win-backs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "analysis")
public class WinBackResource {

  private final RankedCustomers ranked;

  WinBackResource(RankedCustomers ranked) {
    this.ranked = ranked;
  }

  @GET
  @RolesAllowed({Roles.SALES, Roles.MARKETING, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "Customers to win back",
      description =
          "The thousand customers with most value at risk, a page at a time, each with reasons"
              + " (客户挽回). Who objects to profiling is not named, for marketing nor who does not"
              + " agree to it, so a page may be short and yet have a next one. See"
              + " docs/analyses/lifetime.md.")
  public WinBackPage listWinBacks(
      @BeanParam LifetimeParameters asked,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    LifetimeQuestion question = LifetimeQuestion.of(asked, null);
    return ranked.winBacks(question, PageRequest.of(pageSize, pageToken, "listWinBacks", question));
  }
}
