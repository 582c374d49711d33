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
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.access.Viewing;
import org.kexin.shared.ProblemException;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** A person's own consents over HTTP. */
@Path("/v1/me/consents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "me")
public class MyConsentResource {

  private final ConsentService consents;
  private final Idempotency idempotency;
  private final Viewing viewing;

  MyConsentResource(ConsentService consents, Idempotency idempotency, Viewing viewing) {
    this.consents = consents;
    this.idempotency = idempotency;
    this.viewing = viewing;
  }

  @GET
  @RolesAllowed(Roles.CUSTOMER)
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "Read what I agree to",
      description = "Every use, marketing once for each channel, with what I decided last.")
  @StatusCodes(404)
  public ConsentsView getMyConsents() {
    return consents.present(own());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CUSTOMER)
  @NoPersonalData
  @Operation(
      summary = "Give or withdraw my consent",
      description =
          "Takes effect at once. To give takes the notice that I was shown; to withdraw takes use"
              + " and verdict alone.")
  @StatusCodes(404)
  public RecordedConsents recordMyConsents(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, OwnDecisions decisions) {
    ConsentService.Recording recording = new ConsentService.Recording(own(), decisions.document());
    return idempotency.once(
        idempotencyKey,
        "recordMyConsents",
        recording,
        RecordedConsents.class,
        () -> consents.record(recording));
  }

  private UUID own() {
    UUID own = viewing.caller().customerId();
    if (own == null) {
      throw ProblemException.notFound();
    }
    return own;
  }
}
