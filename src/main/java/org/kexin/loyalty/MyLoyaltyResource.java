package org.kexin.loyalty;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** A customer's own memberships over HTTP. */
@Path("/v1/me/loyalty/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "me")
public class MyLoyaltyResource {

  private final LoyaltyAccountService accounts;
  private final ReachedAccounts reached;
  private final RewardClaimService claims;
  private final MembershipExports exports;
  private final Idempotency idempotency;

  MyLoyaltyResource(
      LoyaltyAccountService accounts,
      ReachedAccounts reached,
      RewardClaimService claims,
      MembershipExports exports,
      Idempotency idempotency) {
    this.accounts = accounts;
    this.reached = reached;
    this.claims = claims;
    this.exports = exports;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CUSTOMER)
  @NoPersonalData
  @Operation(
      summary = "Join a programme",
      description =
          "One open membership of a programme at a time. Orders from before I joined earn nothing.")
  @StatusCodes({200, 404, 409})
  public Receipt joinLoyaltyProgramme(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, OwnMembership membership) {
    return idempotency.once(
        idempotencyKey,
        "joinLoyaltyProgramme",
        membership,
        Receipt.class,
        () -> accounts.openOwn(membership));
  }

  @GET
  @RolesAllowed(Roles.CUSTOMER)
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List my memberships",
      description = "With what my points come to: available, pending, and what expires next.")
  @StatusCodes(404)
  public LoyaltyAccountPage listMyLoyaltyAccounts(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return LoyaltyAccountPage.of(
        accounts.listOwn(PageRequest.of(pageSize, pageToken, "listMyLoyaltyAccounts")));
  }

  @GET
  @Path("/{id}/entries")
  @RolesAllowed(Roles.CUSTOMER)
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List the entries of my points",
      description = "Every entry there ever was, the last first; their sum is the balance.")
  public PointsEntryPage listMyPointsEntries(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    PageRequest page = PageRequest.of(pageSize, pageToken, "listMyPointsEntries", id);
    return accounts.entries(reached.readOwn(id), page);
  }

  @GET
  @Path("/{id}/export")
  @RolesAllowed(Roles.CUSTOMER)
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "Export my membership",
      description = "All that is held of it, a page at a time.")
  public MembershipExport exportMyLoyaltyAccount(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    PageRequest page = MembershipExports.page(id, pageSize, pageToken);
    return exports.of(reached.readOwn(id), page);
  }

  @POST
  @Path("/{id}/claims")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CUSTOMER)
  @NoPersonalData
  @Operation(
      summary = "Claim a reward for my points",
      description = "The piece and the points go together (兑换), or neither does.")
  @StatusCodes({200, 409})
  public Receipt claimMyReward(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      OwnRewardClaim claim) {
    return idempotency.once(
        idempotencyKey,
        "claimMyReward",
        new About(id, claim),
        Receipt.class,
        () -> claims.claimOwn(id, claim));
  }

  @POST
  @Path("/{id}/closings")
  @RolesAllowed(Roles.CUSTOMER)
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "End my membership",
      description =
          "In one call and without a condition: what points are left is given up, what is owed is"
              + " forgiven. The answer is the export of the membership.")
  public ClosedMembership closeMyLoyaltyAccount(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    // A receipt is remembered, never the export.
    Receipt closed =
        idempotency.once(
            idempotencyKey,
            "closeMyLoyaltyAccount",
            id,
            Receipt.class,
            () -> accounts.closeOwn(id));
    return new ClosedMembership(
        exports.of(reached.readOwn(closed.id()), MembershipExports.first(id)));
  }
}
