package org.kexin.analysis.grading;

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
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** A customer's own appeals over HTTP. */
@Path("/v1/me/grade-appeals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "me")
public class MyGradeAppealResource {

  private final GradeAppealService appeals;
  private final GradeAppealReader reader;
  private final Idempotency idempotency;

  MyGradeAppealResource(
      GradeAppealService appeals, GradeAppealReader reader, Idempotency idempotency) {
    this.appeals = appeals;
    this.reader = reader;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CUSTOMER)
  @NoPersonalData
  @Operation(
      summary = "Contest my grade",
      description = "A person looks at it and decides. I have one open appeal at a time.")
  @StatusCodes({200, 404})
  public Receipt fileMyGradeAppeal(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewGradeAppeal appeal) {
    return idempotency.once(
        idempotencyKey, "fileMyGradeAppeal", appeal, Receipt.class, () -> appeals.fileOwn(appeal));
  }

  @GET
  @RolesAllowed(Roles.CUSTOMER)
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List my appeals against my grade",
      description = "The last filed first, without what was said; a page at a time.")
  @StatusCodes(404)
  public GradeAppealPage listMyGradeAppeals(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return GradeAppealPage.of(
        reader.listOwn(PageRequest.of(pageSize, pageToken, "listMyGradeAppeals")));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.CUSTOMER)
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "Read an appeal of mine",
      description = "Which grade I contested, what was decided, and why.")
  public GradeAppealView getMyGradeAppeal(@RestPath UUID id) {
    return reader.readOwn(id);
  }

  @POST
  @Path("/{id}/withdrawals")
  @RolesAllowed(Roles.CUSTOMER)
  @NoPersonalData
  @Operation(
      summary = "Withdraw my appeal against my grade",
      description = "I do not pursue it any more.")
  public Receipt withdrawMyGradeAppeal(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.once(
        idempotencyKey, "withdrawMyGradeAppeal", id, Receipt.class, () -> appeals.withdrawOwn(id));
  }
}
