package org.kexin.loyalty;

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
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** Changes of points over HTTP. */
@Path("/v1/loyalty/accounts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "loyalty")
public class PointsResource {

  private final PointsService points;
  private final Idempotency idempotency;

  PointsResource(PointsService points, Idempotency idempotency) {
    this.points = points;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/spendings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Spend points",
      description =
          "Those that expire first are spent first. Never more than are available: else"
              + " points-insufficient, and nothing changes. The id in the answer is the spending's.")
  @StatusCodes({200, 409})
  public Receipt spendPoints(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewPointsSpending spending) {
    return idempotency.once(
        idempotencyKey,
        "spendPoints",
        new About(id, spending),
        Receipt.class,
        () -> points.spend(id, spending));
  }

  @POST
  @Path("/roll-backs")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Roll a spending back",
      description =
          "The points go back to where they came from, once. Those whose time is over meanwhile"
              + " expire at once.")
  @StatusCodes({200, 409})
  public Receipt rollBackSpending(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewPointsRollBack rollBack) {
    return idempotency.once(
        idempotencyKey,
        "rollBackSpending",
        new About(id, rollBack),
        Receipt.class,
        () -> points.rollBack(id, rollBack));
  }

  @POST
  @Path("/adjustments")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.DATA_STEWARD)
  @NoPersonalData
  @Operation(
      summary = "Give or take points for a reason",
      description = "Given ones are available at once and expire as if they were earned now.")
  @StatusCodes({200, 409})
  public Receipt adjustPoints(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewPointsAdjustment adjustment) {
    return idempotency.once(
        idempotencyKey,
        "adjustPoints",
        new About(id, adjustment),
        Receipt.class,
        () -> points.adjust(id, adjustment));
  }
}
