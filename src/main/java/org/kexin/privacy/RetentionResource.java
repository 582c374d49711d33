package org.kexin.privacy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.idempotency.Idempotency;

/** Retention over HTTP; names nobody. */
@Path("/v1/privacy/retention")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "retention", description = "How long data is kept (保留期限).")
public class RetentionResource {

  private final RetentionService retention;
  private final Idempotency idempotency;

  RetentionResource(RetentionService retention, Idempotency idempotency) {
    this.retention = retention;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @NoPersonalData
  @Operation(
      summary = "Read the retention rules",
      description = "With how many persons each would erase now; nothing is erased by asking.")
  public RetentionView getRetention() {
    return retention.present();
  }

  @POST
  @Path("/confirmations")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @NoPersonalData
  @Operation(
      summary = "Let a rule erase",
      description = "Holds for the days that the rule has now; a rule with other days waits again.")
  public Receipt confirmRetention(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      RetentionConfirmation confirmation) {
    return idempotency.once(
        idempotencyKey,
        "confirmRetention",
        confirmation,
        Receipt.class,
        () -> retention.confirm(confirmation));
  }

  @GET
  @Path("/runs")
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @NoPersonalData
  @Operation(
      summary = "List what the rules did",
      description = "Every run with its counts, newest first, a page at a time.")
  public RetentionRunPage listRetentionRuns(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return RetentionRunPage.of(
        retention.runs(PageRequest.of(pageSize, pageToken, "listRetentionRuns")));
  }
}
