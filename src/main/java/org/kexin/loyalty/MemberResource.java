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
import org.kexin.shared.idempotency.Idempotency;

/** Claims of rewards, and referrals, over HTTP. */
@Path("/v1/loyalty")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "loyalty")
public class MemberResource {

  private final RewardClaimService claims;
  private final LoyaltyReferralService referrals;
  private final Idempotency idempotency;

  MemberResource(
      RewardClaimService claims, LoyaltyReferralService referrals, Idempotency idempotency) {
    this.claims = claims;
    this.referrals = referrals;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/claims")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Claim a reward for points",
      description = "The piece and the points go together (兑换), or neither does.")
  @StatusCodes({200, 409})
  public Receipt claimReward(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewRewardClaim claim) {
    return idempotency.once(
        idempotencyKey, "claimReward", claim, Receipt.class, () -> claims.claim(claim));
  }

  @POST
  @Path("/claims/{id}/cancellations")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Cancel a claim",
      description = "Gives the piece and the points back, as a roll-back of the spending does.")
  @StatusCodes({200, 409})
  public Receipt cancelRewardClaim(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.once(
        idempotencyKey, "cancelRewardClaim", id, Receipt.class, () -> claims.cancel(id));
  }

  @POST
  @Path("/referrals")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Record who brought whom",
      description =
          "Points come with the first purchase of who was brought, as the programme's terms say"
              + " (推荐).")
  @StatusCodes({200, 409})
  public Receipt recordReferral(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewLoyaltyReferral referral) {
    return idempotency.once(
        idempotencyKey,
        "recordReferral",
        referral,
        Receipt.class,
        () -> referrals.record(referral));
  }
}
