package org.kexin.promotion;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.Receipt;
import org.kexin.shared.idempotency.Idempotency;

/** Used vouchers over HTTP. */
@Path("/v1/redemptions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "vouchers")
public class RedemptionResource {

  private final RedemptionService redemptions;
  private final Idempotency idempotency;

  RedemptionResource(RedemptionService redemptions, Idempotency idempotency) {
    this.redemptions = redemptions;
    this.idempotency = idempotency;
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses(BEHAVIOUR)
  @Operation(summary = "Read a redemption", description = "Who used a voucher for what.")
  public RedemptionView getRedemption(@RestPath UUID id) {
    return redemptions.read(id);
  }

  @POST
  @Path("/{id}/rollbacks")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.PARTNER})
  @NoPersonalData
  @Operation(
      summary = "Roll a redemption back",
      description =
          "Once (撤销核销): gives both counts and the cost back. A partner rolls back what it redeemed"
              + " itself.")
  public Receipt rollBackRedemption(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.once(
        idempotencyKey, "rollBackRedemption", id, Receipt.class, () -> redemptions.rollBack(id));
  }
}
