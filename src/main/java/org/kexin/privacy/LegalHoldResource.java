package org.kexin.privacy;

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
import org.kexin.shared.idempotency.Idempotency;

/** Holds over HTTP. */
@Path("/v1/privacy/legal-holds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "legal-holds", description = "What must not be erased for now (法律保留).")
public class LegalHoldResource {

  private final LegalHoldService holds;
  private final Idempotency idempotency;

  LegalHoldResource(LegalHoldService holds, Idempotency idempotency) {
    this.holds = holds;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @NoPersonalData
  @Operation(
      summary = "Place a hold",
      description = "Nothing of the person, or of anybody, is erased while it stands.")
  @StatusCodes(201)
  public RestResponse<Receipt> placeLegalHold(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewLegalHold hold) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey, "placeLegalHold", hold, Receipt.class, () -> holds.place(hold));
    return Answers.created(URI.create("/v1/privacy/legal-holds/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List holds",
      description = "Released ones too, the last placed first, a page at a time.")
  public LegalHoldPage listLegalHolds(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return LegalHoldPage.of(holds.list(PageRequest.of(pageSize, pageToken, "listLegalHolds")));
  }

  @POST
  @Path("/{id}/releases")
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @NoPersonalData
  @Operation(summary = "Release a hold", description = "It no longer keeps anything from erasure.")
  public Receipt releaseLegalHold(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.once(
        idempotencyKey, "releaseLegalHold", id, Receipt.class, () -> holds.release(id));
  }
}
