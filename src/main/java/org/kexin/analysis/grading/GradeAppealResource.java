package org.kexin.analysis.grading;

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
import java.util.Objects;
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
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** Appeals against grades over HTTP, for those who deal with them. */
@Path("/v1/grade-appeals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "grading")
public class GradeAppealResource {

  private final GradeAppealService appeals;
  private final GradeAppealReader reader;
  private final Idempotency idempotency;

  GradeAppealResource(
      GradeAppealService appeals, GradeAppealReader reader, Idempotency idempotency) {
    this.appeals = appeals;
    this.reader = reader;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List appeals against grades",
      description = "In one state, the one that waits longest first; a page at a time.")
  public GradeAppealPage listGradeAppeals(
      @Parameter(description = "Those in this state; the open ones when absent.") @RestQuery
          @Nullable AppealState state,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    AppealState wanted = Objects.requireNonNullElse(state, AppealState.OPEN);
    return GradeAppealPage.of(
        reader.list(wanted, PageRequest.of(pageSize, pageToken, "listGradeAppeals", wanted)));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "Read an appeal against a grade",
      description = "With what the customer says, and with the decision.")
  public RestResponse<GradeAppealView> getGradeAppeal(
      @RestPath UUID id, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    GradeAppealView found = reader.read(id);
    return EntityTags.matches(ifNoneMatch, found.version())
        ? Answers.notModified(found.version())
        : Answers.versioned(found, found.version());
  }

  @POST
  @Path("/{id}/decisions")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @NoPersonalData
  @Operation(
      summary = "Decide an appeal against a grade",
      description =
          "By a person who did not file it (人工复核): the grade was right, or another one holds until a"
              + " day. See docs/analyses/grading.md.")
  public Receipt decideGradeAppeal(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewAppealDecision decision) {
    return idempotency.once(
        idempotencyKey,
        "decideGradeAppeal",
        new About(id, decision),
        Receipt.class,
        () -> appeals.decide(id, decision));
  }

  @POST
  @Path("/{id}/withdrawals")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Withdraw an appeal against a grade",
      description = "The customer said that they do not pursue it.")
  public Receipt withdrawGradeAppeal(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.once(
        idempotencyKey, "withdrawGradeAppeal", id, Receipt.class, () -> appeals.withdraw(id));
  }
}
