package org.kexin.promotion;

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
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** Vouchers of a promotion over HTTP. */
@Path("/v1/promotions/{id}/vouchers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "vouchers")
public class PromotionVoucherResource {

  private final VoucherService vouchers;
  private final Idempotency idempotency;

  PromotionVoucherResource(VoucherService vouchers, Idempotency idempotency) {
    this.vouchers = vouchers;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.MARKETING)
  @NoPersonalData
  @Operation(
      summary = "Make a voucher",
      description = "For an offer of a promotion that was started. It never changes.")
  @StatusCodes(201)
  public RestResponse<Receipt> createVoucher(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewVoucher voucher) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "createVoucher",
            new About(id, voucher),
            Receipt.class,
            () -> vouchers.create(id, voucher));
    return Answers.created(URI.create("/v1/vouchers/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @NoPersonalData
  @Operation(
      summary = "List vouchers of a promotion",
      description = "The newest first, a page at a time.")
  public VoucherPage listVouchers(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return VoucherPage.of(
        vouchers.list(id, PageRequest.of(pageSize, pageToken, "listVouchers", id)));
  }
}
