package org.kexin.care;

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

/** Tasks of care over HTTP. */
@Path("/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "care")
public class CareTaskResource {

  private final CareService care;
  private final Idempotency idempotency;

  CareTaskResource(CareService care, Idempotency idempotency) {
    this.care = care;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List tasks of care",
      description = "In one state, open ones unless asked otherwise; what is due first first.")
  public CareTaskPage listTasks(
      @Parameter(description = "Only those in this state; OPEN if absent.") @RestQuery
          @Nullable CareTaskState state,
      @Parameter(description = "Only those for this customer.") @RestQuery
          @Nullable UUID customerId,
      @Parameter(description = "Whether only those that the caller claimed.") @RestQuery
          @Nullable Boolean mine,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    CareTaskState wanted = state == null ? CareTaskState.OPEN : state;
    boolean own = mine != null && mine;
    PageRequest page = PageRequest.of(pageSize, pageToken, "listTasks", wanted, customerId, own);
    return CareTaskPage.of(care.tasks(wanted, customerId, own, page));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(summary = "Read a task of care", description = "With what came of it.")
  public RestResponse<CareTaskView> getTask(
      @RestPath UUID id, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    CareTaskView task = care.task(id);
    return EntityTags.matches(ifNoneMatch, task.version())
        ? Answers.notModified(task.version())
        : Answers.versioned(task, task.version());
  }

  @POST
  @Path("/{id}/claims")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Take a task on",
      description = "An open one, if the customer still agrees to be approached so.")
  public Receipt claimTask(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.once(idempotencyKey, "claimTask", id, Receipt.class, () -> care.claim(id));
  }

  @POST
  @Path("/{id}/completions")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(summary = "Say what came of a task", description = "By who claimed it.")
  public Receipt completeTask(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewCareResult result) {
    return idempotency.once(
        idempotencyKey,
        "completeTask",
        new About(id, result),
        Receipt.class,
        () -> care.complete(id, result));
  }

  @POST
  @Path("/{id}/dismissals")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(summary = "Decide against a task", description = "Open or claimed, with a reason.")
  public Receipt dismissTask(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewCareDismissal dismissal) {
    return idempotency.once(
        idempotencyKey,
        "dismissTask",
        new About(id, dismissal),
        Receipt.class,
        () -> care.dismiss(id, dismissal));
  }
}
