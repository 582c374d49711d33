package org.kexin.analysis.need;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.Roles;
import org.kexin.analysis.SalesQuery;

/** What one customer needs, over HTTP. */
@Path("/v1/customers/{id}/insights/needs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "insights")
public class CustomerNeedsResource {

  private final CustomerNeedsService needs;

  CustomerNeedsResource(CustomerNeedsService needs) {
    this.needs = needs;
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
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "What a customer needs again, and when",
      description =
          "What the customer bought on three days or more, with the usual interval and the day it"
              + " is due (客户需求). What would suit them besides, by what others bought, is among"
              + " the recommendations. Nothing is derived of who objects to profiling. See"
              + " docs/analyses/needs.md.")
  public CustomerNeedsView getCustomerNeeds(
      @RestPath UUID id,
      @Parameter(
              description = "What is needed: product (the default) or category.",
              schema = @Schema(maxLength = 20, examples = "product"))
          @RestQuery
          @Nullable String by,
      @Parameter(description = "Day that is asked about; today when absent.") @RestQuery
          @Nullable LocalDate referenceDate) {
    return needs.of(id, SalesQuery.word(NeedBy.class, "by", by, NeedBy.PRODUCT), referenceDate);
  }
}
