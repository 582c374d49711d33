package org.kexin.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.audit.AccessHistory;
import org.kexin.audit.AccessPage;
import org.kexin.shared.PageRequest;

/** Who saw a customer, for the privacy officer. Reading this is itself recorded. */
@Path("/v1/customers/{id}/accesses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "audit", description = "Who looked at personal data (访问审计).")
public class AccessResource {

  private final AccessHistory history;
  private final Viewing viewing;

  AccessResource(AccessHistory history, Viewing viewing) {
    this.history = history;
    this.viewing = viewing;
  }

  @GET
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "List who looked at a customer",
      description = "Every access to the customer's data, denied ones too, newest first.")
  public AccessPage listAccesses(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    viewing.concerns(id);
    viewing.shows("accesses");
    return history.of(id, PageRequest.of(pageSize, pageToken, "listAccesses", id));
  }
}
