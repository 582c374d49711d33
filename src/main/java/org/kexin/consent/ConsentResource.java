package org.kexin.consent;

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
import org.kexin.access.MayBreakGlass;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.idempotency.Idempotency;

/**
 * Consents of customers over HTTP. Of the class BEHAVIOUR: a decision is something that the person
 * did, and whoever serves them must see it to respect it; circumstances are masked to them.
 */
@Path("/v1/customers/{id}/consents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "consents", description = "What a person agreed to, by use and channel (同意).")
public class ConsentResource {

  private final ConsentService consents;
  private final Idempotency idempotency;

  ConsentResource(ConsentService consents, Idempotency idempotency) {
    this.consents = consents;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "Read what a customer agrees to",
      description =
          "Every use, marketing once for each channel, with the decision that has the last word:"
              + " the newest, whether it names the channel or all of them.")
  public ConsentsView getConsents(@RestPath UUID id) {
    return consents.present(id);
  }

  @GET
  @Path("/history")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List a customer's decisions",
      description = "Every decision that was ever recorded, the last recorded first.")
  public DecisionPage listConsentHistory(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return consents.history(id, PageRequest.of(pageSize, pageToken, "listConsentHistory", id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Record a customer's decisions",
      description =
          "All of them or none. To give takes the notice that the person saw and evidence; to"
              + " withdraw takes neither. Each decision is about one use: none can be bundled.")
  public RecordedConsents recordConsents(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewDecisions decisions) {
    ConsentService.Recording recording = new ConsentService.Recording(id, decisions);
    return idempotency.once(
        idempotencyKey,
        "recordConsents",
        recording,
        RecordedConsents.class,
        () -> consents.record(recording));
  }
}
