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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** Memberships over HTTP. */
@Path("/v1/loyalty/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "loyalty")
public class LoyaltyAccountResource {

  private final LoyaltyAccountService accounts;
  private final ReachedAccounts reached;
  private final MembershipExports exports;
  private final RewardClaimService claims;
  private final LoyaltyReferralService referrals;
  private final Idempotency idempotency;

  LoyaltyAccountResource(
      LoyaltyAccountService accounts,
      ReachedAccounts reached,
      MembershipExports exports,
      RewardClaimService claims,
      LoyaltyReferralService referrals,
      Idempotency idempotency) {
    this.accounts = accounts;
    this.reached = reached;
    this.exports = exports;
    this.claims = claims;
    this.referrals = referrals;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Have a customer join a programme",
      description =
          "One open membership of a programme at a time. Orders from before they joined earn"
              + " nothing.")
  @StatusCodes({201, 409})
  public RestResponse<Receipt> openLoyaltyAccount(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewLoyaltyAccount account) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "openLoyaltyAccount",
            account,
            Receipt.class,
            () -> accounts.open(account));
    return Answers.created(URI.create("/v1/loyalty/accounts/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List memberships",
      description = "Those that ended too, the last opened first, a page at a time.")
  public LoyaltyAccountPage listLoyaltyAccounts(
      @Parameter(description = "Only those of this customer.") @RestQuery @Nullable UUID customerId,
      @Parameter(description = "Only those of this programme.") @RestQuery
          @Nullable UUID programmeId,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    PageRequest page =
        PageRequest.of(pageSize, pageToken, "listLoyaltyAccounts", customerId, programmeId);
    return LoyaltyAccountPage.of(accounts.list(customerId, programmeId, page));
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
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "Read a membership",
      description = "With what its points come to now (积分余额).")
  public LoyaltyAccountView getLoyaltyAccount(@RestPath UUID id) {
    return accounts.read(id);
  }

  @GET
  @Path("/{id}/entries")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List the entries of a points account",
      description = "Every entry there ever was, the last first; their sum is the balance.")
  public PointsEntryPage listPointsEntries(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    PageRequest page = PageRequest.of(pageSize, pageToken, "listPointsEntries", id);
    return accounts.entries(reached.read(id), page);
  }

  @GET
  @Path("/{id}/events")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List what happened to a membership",
      description = "Joined, levels reached and lost with the reason, left; the last first.")
  public LoyaltyEventPage listLoyaltyEvents(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    PageRequest page = PageRequest.of(pageSize, pageToken, "listLoyaltyEvents", id);
    return accounts.events(reached.read(id), page);
  }

  @GET
  @Path("/{id}/export")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "Export a membership",
      description = "All that is held of it, for the customer, a page at a time.")
  public MembershipExport exportLoyaltyAccount(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    PageRequest page = MembershipExports.page(id, pageSize, pageToken);
    return exports.of(reached.read(id), page);
  }

  @POST
  @Path("/{id}/closings")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "End a membership",
      description =
          "Never refused for a reason of the programme: what points are left is given up, what is"
              + " owed is forgiven. The answer is the export of the membership.")
  public ClosedMembership closeLoyaltyAccount(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    // A receipt is remembered, never the export.
    Receipt closed =
        idempotency.once(
            idempotencyKey, "closeLoyaltyAccount", id, Receipt.class, () -> accounts.close(id));
    return new ClosedMembership(exports.of(reached.read(closed.id()), MembershipExports.first(id)));
  }

  @GET
  @Path("/{id}/claims")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List what a member claimed",
      description = "Cancelled claims too, the last first, a page at a time.")
  public RewardClaimPage listRewardClaims(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return claims.list(id, PageRequest.of(pageSize, pageToken, "listRewardClaims", id));
  }

  @GET
  @Path("/{id}/referrals")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List whom a member brought",
      description = "Without customers that the caller may not know, the last first.")
  public LoyaltyReferralPage listReferrals(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return referrals.list(id, PageRequest.of(pageSize, pageToken, "listReferrals", id));
  }
}
