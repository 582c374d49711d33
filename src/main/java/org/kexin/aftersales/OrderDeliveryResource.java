package org.kexin.aftersales;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** The deliveries of an order over HTTP. */
@Path("/v1/transactions/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "deliveries", description = "Goods on their way to the customer (配送).")
public class OrderDeliveryResource {

  private final DeliveryService deliveries;
  private final Idempotency idempotency;

  OrderDeliveryResource(DeliveryService deliveries, Idempotency idempotency) {
    this.deliveries = deliveries;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PARTNER})
  @MayBreakGlass
  @NoPersonalData
  @Operation(summary = "Record a delivery", description = "Goods of an order were sent.")
  @StatusCodes(201)
  public RestResponse<Receipt> recordDelivery(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewDelivery delivery) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "recordDelivery",
            new About(id, delivery),
            Receipt.class,
            () -> deliveries.record(id, delivery));
    return Answers.created(URI.create("/v1/transactions/" + id + "/deliveries"), receipt);
  }

  @GET
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(summary = "Read an order's deliveries", description = "The first shipped first.")
  public DeliveriesView getDeliveries(@RestPath UUID id) {
    return deliveries.of(id);
  }
}
