package org.kexin.interaction;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.kexin.access.Discloses;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** Contacts over HTTP. */
@Path("/v1/interactions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
    name = "interactions",
    description = "Visits, calls, messages, consultations and objections (互动).")
public class InteractionResource {

  private final InteractionService interactions;
  private final Idempotency idempotency;

  InteractionResource(InteractionService interactions, Idempotency idempotency) {
    this.interactions = interactions;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Record a contact",
      description =
          "An outgoing offer is refused unless the customer agrees to marketing through that"
              + " channel. A consultation or an objection is open until it is handled.")
  @StatusCodes({201, 404})
  public RestResponse<Receipt> recordInteraction(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewInteraction interaction) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "recordInteraction",
            interaction,
            Receipt.class,
            () -> interactions.record(interaction));
    return Answers.created(URI.create("/v1/interactions/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List contacts",
      description =
          "Of one customer, or in one state, or both; newest first, without the long texts, a page"
              + " at a time.")
  public InteractionPage listInteractions(
      @Parameter(description = "Only those with this customer.") @RestQuery
          @Nullable UUID customerId,
      @Parameter(description = "Only those of this kind.") @RestQuery
          @Nullable InteractionKind kind,
      @Parameter(description = "Only those that are open, or that were handled.") @RestQuery
          @Nullable HandlingState state,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    InteractionQuery query = new InteractionQuery(customerId, kind, state);
    PageRequest page = PageRequest.of(pageSize, pageToken, "listInteractions", query);
    return InteractionPage.of(interactions.list(query, page));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(summary = "Read a contact", description = "With its texts.")
  public RestResponse<InteractionView> getInteraction(
      @RestPath UUID id, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    InteractionView interaction = interactions.read(id);
    return EntityTags.matches(ifNoneMatch, interaction.version())
        ? Answers.notModified(interaction.version())
        : Answers.versioned(interaction, interaction.version());
  }

  @POST
  @Path("/{id}/handlings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Say how it was handled",
      description = "Of a consultation or an objection, once.")
  public Receipt handleInteraction(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewHandling handling) {
    return idempotency.once(
        idempotencyKey,
        "handleInteraction",
        new About(id, handling),
        Receipt.class,
        () -> interactions.handle(id, handling));
  }
}
