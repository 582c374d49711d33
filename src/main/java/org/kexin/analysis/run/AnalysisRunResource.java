package org.kexin.analysis.run;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kexin.access.AttributeClass;
import org.kexin.access.Discloses;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.EventStream;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** Background analyses over HTTP. */
@Path("/v1/analysis/runs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
    name = "analysis-runs",
    description = "Analyses that run in the background, with progress and a stored result (后台分析).")
public class AnalysisRunResource {

  private final AnalysisRunService runs;
  private final EventStream events;
  private final Idempotency idempotency;

  AnalysisRunResource(AnalysisRunService runs, EventStream events, Idempotency idempotency) {
    this.runs = runs;
    this.events = events;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "Run an analysis in the background",
      description =
          "Computes what the GET of that analysis answers, for questions that take longer than a"
              + " request may. The result names nobody, is stored, and can be had again from the"
              + " parameters of the run.")
  @StatusCodes({202, 409})
  public RestResponse<Receipt> startAnalysisRun(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewAnalysisRun run) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey, "startAnalysisRun", run, Receipt.class, () -> runs.start(run));
    return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, receipt)
        .location(URI.create("/v1/analysis/runs/" + receipt.id()))
        .build();
  }

  @GET
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @NoPersonalData
  @Operation(summary = "List background analyses", description = "The caller's own, newest first.")
  public AnalysisRunPage listAnalysisRuns(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return AnalysisRunPage.of(runs.list(PageRequest.of(pageSize, pageToken, "listAnalysisRuns")));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @NoPersonalData
  @Operation(summary = "Read a background analysis", description = "Its state and how far it is.")
  public AnalysisRunView getAnalysisRun(@RestPath UUID id) {
    return runs.read(id);
  }

  @GET
  @Path("/{id}/progress")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @NoPersonalData
  @Operation(
      summary = "Follow a background analysis",
      description =
          "Server-sent events named progress: at each change and at least every second, until the"
              + " run has ended. The data is an AnalysisRunProgress as JSON.")
  public StreamingOutput followAnalysisRun(@RestPath UUID id) {
    runs.read(id);
    return out -> events.write(() -> runs.progress(id), seen -> seen.state().hasEnded(), out);
  }

  @GET
  @Path("/{id}/result")
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "Read the result of a background analysis",
      description = "As the GET of that analysis answers; 409 while there is none.")
  @APIResponse(
      responseCode = "200",
      description = "What the GET of this analysis answers.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @StatusCodes({200, 409})
  public String getAnalysisRunResult(@RestPath UUID id) {
    return runs.result(id);
  }

  @POST
  @Path("/{id}/cancellations")
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @NoPersonalData
  @Operation(
      summary = "Cancel a background analysis",
      description = "It stops within seconds; one that has ended stays as it is.")
  public Receipt cancelAnalysisRun(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.once(
        idempotencyKey, "cancelAnalysisRun", id, Receipt.class, () -> runs.cancel(id));
  }
}
