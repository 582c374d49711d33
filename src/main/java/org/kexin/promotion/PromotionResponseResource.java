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
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** Responses to a promotion over HTTP. */
@Path("/v1/promotions/{id}/responses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "promotion-members")
public class PromotionResponseResource {

  private final ResponseService responses;
  private final Idempotency idempotency;

  PromotionResponseResource(ResponseService responses, Idempotency idempotency) {
    this.responses = responses;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.MARKETING})
  @NoPersonalData
  @Operation(
      summary = "Record how somebody responded",
      description =
          "While the promotion runs and for some days after. UNSUBSCRIBED is recorded as a withdrawal"
              + " of the consent to be approached through that channel (退订), or through all where it"
              + " came by SHOP or WEBSITE.")
  @StatusCodes(201)
  public RestResponse<Receipt> createPromotionResponse(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewResponse response) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "createPromotionResponse",
            new About(id, response),
            Receipt.class,
            () -> responses.create(id, response));
    return Answers.created(URI.create("/v1/promotions/" + id + "/responses"), receipt);
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
      summary = "List responses to a promotion",
      description = "The last recorded first, a page at a time.")
  public ResponsePage listPromotionResponses(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return ResponsePage.of(
        responses.list(id, PageRequest.of(pageSize, pageToken, "listPromotionResponses", id)));
  }
}
