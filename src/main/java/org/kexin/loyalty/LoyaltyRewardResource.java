package org.kexin.loyalty;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.MergePatch;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** Rewards over HTTP. */
@Path("/v1/loyalty/rewards")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "loyalty")
public class LoyaltyRewardResource {

  private final LoyaltyRewardService rewards;
  private final Idempotency idempotency;

  LoyaltyRewardResource(LoyaltyRewardService rewards, Idempotency idempotency) {
    this.rewards = rewards;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.MARKETING, Roles.DATA_STEWARD})
  @NoPersonalData
  @Operation(
      summary = "Offer a reward",
      description = "A discount, gift or prize that members can claim for points (奖励).")
  @StatusCodes(201)
  public RestResponse<Receipt> createLoyaltyReward(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewLoyaltyReward reward) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "createLoyaltyReward",
            reward,
            Receipt.class,
            () -> rewards.create(reward));
    return Answers.created(URI.create("/v1/loyalty/rewards/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER,
    Roles.CUSTOMER
  })
  @NoPersonalData
  @Operation(
      summary = "List rewards",
      description = "Those out of time or stock too, the last made first, a page at a time.")
  public LoyaltyRewardPage listLoyaltyRewards(
      @Parameter(description = "Only those of this programme.") @RestQuery
          @Nullable UUID programmeId,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    PageRequest page = PageRequest.of(pageSize, pageToken, "listLoyaltyRewards", programmeId);
    return LoyaltyRewardPage.of(rewards.list(programmeId, page));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER,
    Roles.CUSTOMER
  })
  @NoPersonalData
  @Operation(summary = "Read a reward", description = "With what is claimed of it.")
  public RestResponse<LoyaltyRewardView> getLoyaltyReward(
      @RestPath UUID id, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    LoyaltyRewardView reward = rewards.read(id);
    return EntityTags.matches(ifNoneMatch, reward.version())
        ? Answers.notModified(reward.version())
        : Answers.versioned(reward, reward.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed({Roles.MARKETING, Roles.DATA_STEWARD})
  @NoPersonalData
  @Operation(
      summary = "Change a reward",
      description = "JSON Merge Patch. Claims keep what they cost; the programme stays.")
  public RestResponse<Receipt> patchLoyaltyReward(
      @RestPath UUID id,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      ObjectNode patch) {
    return Answers.changed(rewards.patch(id, ifMatch, patch));
  }
}
