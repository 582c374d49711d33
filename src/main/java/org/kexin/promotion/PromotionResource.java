package org.kexin.promotion;

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
import java.util.function.Supplier;
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
import org.kexin.shared.http.MergePatch;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** Promotions over HTTP. */
@Path("/v1/promotions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "promotions", description = "What is offered to whom, and what it costs (促销).")
public class PromotionResource {

  private final PromotionService promotions;
  private final FairnessService fairness;
  private final Idempotency idempotency;

  PromotionResource(
      PromotionService promotions, FairnessService fairness, Idempotency idempotency) {
    this.promotions = promotions;
    this.fairness = fairness;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.MARKETING)
  @NoPersonalData
  @Operation(
      summary = "Draft a promotion",
      description = "It can be changed until it is started, and reaches nobody before.")
  @StatusCodes(201)
  public RestResponse<Receipt> createPromotion(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewPromotion promotion) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "createPromotion",
            promotion,
            Receipt.class,
            () -> promotions.create(promotion));
    return Answers.created(place(receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.ANALYST,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @NoPersonalData
  @Operation(summary = "List promotions", description = "The newest first, a page at a time.")
  public PromotionPage listPromotions(
      @Parameter(description = "Only those in this state.") @RestQuery
          @Nullable PromotionState state,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return PromotionPage.of(
        promotions.list(state, PageRequest.of(pageSize, pageToken, "listPromotions", state)));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.ANALYST,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @NoPersonalData
  @Operation(
      summary = "Read a promotion",
      description =
          "With how many members are frozen so far and what it cost so far; the ETag is that of its"
              + " facts and course, not of these counts.")
  public RestResponse<PromotionView> getPromotion(@RestPath UUID id) {
    PromotionView promotion = promotions.read(id);
    return Answers.versioned(promotion, promotion.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed(Roles.MARKETING)
  @NoPersonalData
  @Operation(
      summary = "Change a draft",
      description =
          "JSON Merge Patch: absent members stay, null removes, lists are replaced. What was approved"
              + " of an earlier version is approved no more.")
  @StatusCodes(409)
  public RestResponse<Receipt> patchPromotion(
      @RestPath UUID id,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      ObjectNode patch) {
    return Answers.changed(promotions.patch(id, ifMatch, patch));
  }

  @POST
  @Path("/{id}/starts")
  @RolesAllowed(Roles.MARKETING)
  @NoPersonalData
  @Operation(
      summary = "Start a promotion",
      description =
          "Freezes the members of its audience and draws the control group (对照组); read the promotion"
              + " for how far that is. Refused with unfair-difference where loyal customers would pay"
              + " unreasonably more than new ones (大数据杀熟) and no privacy officer answers for it.")
  @StatusCodes(202)
  public RestResponse<Receipt> startPromotion(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    Receipt receipt = once(idempotencyKey, "startPromotion", id, () -> promotions.start(id));
    return RestResponse.ResponseBuilder.<Receipt>create(RestResponse.Status.ACCEPTED, receipt)
        .location(place(id))
        .build();
  }

  @POST
  @Path("/{id}/closings")
  @RolesAllowed(Roles.MARKETING)
  @NoPersonalData
  @Operation(
      summary = "Close a promotion",
      description = "It ends by itself at endsAt, too. Late responses are taken for some days.")
  public Receipt closePromotion(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return once(idempotencyKey, "closePromotion", id, () -> promotions.close(id));
  }

  @POST
  @Path("/{id}/cancellations")
  @RolesAllowed(Roles.MARKETING)
  @NoPersonalData
  @Operation(summary = "Give up a promotion", description = "Only one that does not run yet.")
  public Receipt cancelPromotion(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return once(idempotencyKey, "cancelPromotion", id, () -> promotions.cancel(id));
  }

  @GET
  @Path("/{id}/fairness")
  @RolesAllowed({Roles.MARKETING, Roles.PRIVACY_OFFICER})
  @NoPersonalData
  @Operation(
      summary = "Compare what new and loyal customers would pay",
      description =
          "For each product of the promotion, counting what else runs at that time. A customer pays"
              + " with the best offer open to them.")
  public FairnessView getFairness(@RestPath UUID id) {
    return fairness.view(id);
  }

  @POST
  @Path("/{id}/fairness-approvals")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @NoPersonalData
  @Operation(
      summary = "Answer for an unfair difference",
      description = "Lets one version of a draft start all the same; any change voids it.")
  @StatusCodes(201)
  public RestResponse<Receipt> approveFairness(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewFairnessApproval approval) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "approveFairness",
            new About(id, approval),
            Receipt.class,
            () -> fairness.approve(id, approval));
    return Answers.created(URI.create(place(id) + "/fairness"), receipt);
  }

  private Receipt once(@Nullable String key, String operation, UUID id, Supplier<Receipt> effect) {
    return idempotency.once(key, operation, id, Receipt.class, effect);
  }

  private static URI place(UUID id) {
    return URI.create("/v1/promotions/" + id);
  }
}
