package org.kexin.promotion;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** Vouchers over HTTP: found, tried, used. */
@Path("/v1/vouchers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "vouchers", description = "Codes that are good for an offer (优惠券).")
public class VoucherResource {

  private final VoucherService vouchers;
  private final RedemptionService redemptions;
  private final Idempotency idempotency;

  VoucherResource(VoucherService vouchers, RedemptionService redemptions, Idempotency idempotency) {
    this.vouchers = vouchers;
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
    Roles.PRIVACY_OFFICER,
    Roles.PARTNER
  })
  @NoPersonalData
  @Operation(summary = "Read a voucher", description = "With how often it was redeemed so far.")
  public VoucherView getVoucher(@RestPath UUID id) {
    return vouchers.read(id);
  }

  @POST
  @Path("/search")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER,
    Roles.PARTNER
  })
  @NoPersonalData
  @Operation(summary = "Find a voucher", description = "By its whole code.")
  @StatusCodes(404)
  public VoucherView findVoucher(VoucherSearch search) {
    return vouchers.find(search);
  }

  @POST
  @Path("/{id}/validations")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.PARTNER})
  @NoPersonalData
  @Operation(
      summary = "Try a voucher",
      description =
          "What would come off, or every reason against it (试算). Changes nothing and reserves"
              + " nothing.")
  public VoucherValidation validateVoucher(@RestPath UUID id, VoucherBasket basket) {
    return redemptions.validate(id, basket);
  }

  @POST
  @Path("/{id}/redemptions")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.PARTNER})
  @NoPersonalData
  @Operation(
      summary = "Redeem a voucher",
      description =
          "Whole or not at all (核销). A percentage is rounded half up to the minor unit of the"
              + " currency, and no discount is above the amount it is for. Repeat it with the same"
              + " Idempotency-Key when the answer did not come.")
  @StatusCodes(201)
  public RestResponse<RedemptionReceipt> redeemVoucher(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      VoucherBasket basket) {
    RedemptionReceipt receipt =
        idempotency.once(
            idempotencyKey,
            "redeemVoucher",
            new About(id, basket),
            RedemptionReceipt.class,
            () -> redemptions.redeem(id, basket));
    return RestResponse.ResponseBuilder.<RedemptionReceipt>create(
            RestResponse.Status.CREATED, receipt)
        .location(URI.create("/v1/redemptions/" + receipt.id()))
        .build();
  }

  @GET
  @Path("/{id}/redemptions")
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List redemptions of a voucher",
      description = "The last first, rolled back ones too, a page at a time.")
  public RedemptionPage listRedemptions(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return RedemptionPage.of(
        redemptions.list(id, PageRequest.of(pageSize, pageToken, "listRedemptions", id)));
  }
}
