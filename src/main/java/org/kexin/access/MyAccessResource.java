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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.audit.AccessHistory;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.http.RequestContext;

/** Who looked at or changed the customer's own data. Reading this is itself recorded. */
@Path("/v1/me/accesses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "me", description = "What a customer sees of their own record (本人视图).")
public class MyAccessResource {

  private final AccessHistory history;
  private final Viewing viewing;
  private final RequestContext context;

  MyAccessResource(AccessHistory history, Viewing viewing, RequestContext context) {
    this.history = history;
    this.viewing = viewing;
    this.context = context;
  }

  @GET
  @RolesAllowed(Roles.CUSTOMER)
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "List who looked at my data",
      description =
          "Every look, change and refusal, newest first, in plain words (谁查看或更改了我的信息)."
              + " Employees are named by role and department, never by their ids or addresses.")
  public MyAccessPage listMyAccesses(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    UUID own = viewing.caller().customerId();
    if (own == null) {
      throw new ProblemException(ProblemCode.FORBIDDEN, "Your token names no customer.");
    }
    viewing.concerns(own);
    viewing.shows("accesses");
    return MyAccessPage.of(
        history
            .records(own, PageRequest.of(pageSize, pageToken, "listMyAccesses", own))
            .map(AuditWords.in(context.language())::of));
  }
}
