package org.kexin.aftersales;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import org.kexin.access.MayBreakGlass;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.Receipt;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** What becomes of deliveries, over HTTP. */
@Path("/v1/deliveries/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "deliveries")
public class DeliveryResource {

  private final DeliveryService deliveries;
  private final Idempotency idempotency;

  DeliveryResource(DeliveryService deliveries, Idempotency idempotency) {
    this.deliveries = deliveries;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/outcomes")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PARTNER})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Say what became of a delivery",
      description = "It arrived, failed and is tried again, or was sent back.")
  public Receipt endDelivery(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewDeliveryOutcome outcome) {
    return idempotency.once(
        idempotencyKey,
        "endDelivery",
        new About(id, outcome),
        Receipt.class,
        () -> deliveries.end(id, outcome));
  }

  @POST
  @Path("/ratings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PARTNER})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Record the customer's rating of a delivery",
      description = "Once, after it has ended.")
  public Receipt rateDelivery(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewRating rating) {
    return idempotency.once(
        idempotencyKey,
        "rateDelivery",
        new About(id, rating),
        Receipt.class,
        () -> deliveries.rate(id, rating));
  }
}
