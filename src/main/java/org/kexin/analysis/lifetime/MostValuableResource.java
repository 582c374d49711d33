package org.kexin.analysis.lifetime;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.AttributeClass;
import org.kexin.access.Discloses;
import org.kexin.access.Roles;
import org.kexin.analysis.SalesQuery;
import org.kexin.shared.PageRequest;

/** Who is worth most, over HTTP. */
@Path("/v1/analysis/most-valuable")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "analysis")
public class MostValuableResource {

  private final RankedCustomers ranked;

  MostValuableResource(RankedCustomers ranked) {
    this.ranked = ranked;
  }

  @GET
  @RolesAllowed({Roles.SALES, Roles.MARKETING, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "Most valuable customers",
      description =
          "The thousand customers of the highest lifetime value or revenue, a page at a time, each"
              + " with reasons (客户识别). Who is not named is as for the customers to win back. See"
              + " docs/analyses/identification.md.")
  public MostValuablePage listMostValuable(
      @BeanParam LifetimeParameters asked,
      @Parameter(
              description =
                  "lifetime-value (the default), what they are expected to buy, or revenue, what"
                      + " they bought.",
              schema = @Schema(maxLength = 20, examples = "revenue"))
          @RestQuery
          @Nullable String by,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    LifetimeQuestion question = LifetimeQuestion.of(asked, null);
    MostValuableBy order =
        SalesQuery.word(MostValuableBy.class, "by", by, MostValuableBy.LIFETIME_VALUE);
    PageRequest page = PageRequest.of(pageSize, pageToken, "listMostValuable", question, order);
    return order == MostValuableBy.REVENUE
        ? ranked.byRevenue(question, page)
        : ranked.byLifetimeValue(question, page);
  }
}
