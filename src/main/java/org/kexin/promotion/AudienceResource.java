package org.kexin.promotion;

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
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** Audiences over HTTP. */
@Path("/v1/audiences")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "audiences", description = "Saved filters over customers (目标客群).")
public class AudienceResource {

  private final AudienceService audiences;
  private final Idempotency idempotency;

  AudienceResource(AudienceService audiences, Idempotency idempotency) {
    this.audiences = audiences;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.MARKETING)
  @NoPersonalData
  @Operation(
      summary = "Save an audience",
      description =
          "Picks nobody by itself: a promotion that names it freezes its members when it starts. One"
              + " that asks for purchases, gender or age picks only who agrees to profiling.")
  @StatusCodes(201)
  public RestResponse<Receipt> createAudience(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewAudience audience) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "createAudience",
            audience,
            Receipt.class,
            () -> audiences.create(audience));
    return Answers.created(URI.create("/v1/audiences/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({Roles.MARKETING, Roles.ANALYST, Roles.PRIVACY_OFFICER})
  @NoPersonalData
  @Operation(summary = "List audiences", description = "The newest first, a page at a time.")
  public AudiencePage listAudiences(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return AudiencePage.of(audiences.list(PageRequest.of(pageSize, pageToken, "listAudiences")));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.MARKETING, Roles.ANALYST, Roles.PRIVACY_OFFICER})
  @NoPersonalData
  @Operation(summary = "Read an audience", description = "Its criteria; it never changes.")
  public AudienceView getAudience(@RestPath UUID id) {
    return audiences.read(id);
  }
}
