package org.kexin.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kexin.audit.Justification;
import org.kexin.audit.NewReview;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** The audit as a whole, for the privacy officer. Reading it is itself recorded. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "audit", description = "Who looked at personal data (访问审计).")
public class AuditResource {

  private final AuditService audit;
  private final Idempotency idempotency;

  AuditResource(AuditService audit, Idempotency idempotency) {
    this.audit = audit;
    this.idempotency = idempotency;
  }

  @GET
  @Path("/users/{userId}/accesses")
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "List what a user looked at",
      description = "Every access by the user, changes and denials too, newest first.")
  public UserAccessPage listUserAccesses(
      @Parameter(
              description = "Subject of the user's token.",
              schema = @Schema(maxLength = 255, examples = "6f1d2c1e-8a43-4f0e-9a66-1f0d8f5f7a10"))
          @RestPath
          String userId,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return UserAccessPage.of(
        audit.accessesOf(userId, PageRequest.of(pageSize, pageToken, "listUserAccesses", userId)));
  }

  @GET
  @Path("/reports/departments")
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "Report by department and purpose",
      description =
          "Accesses, persons shown, changes, unmaskings, break-glass and denials of each day or"
              + " month (UTC) from from to to, at most 366 days (部门访问统计).")
  public DepartmentReportPage reportDepartments(
      @Parameter(description = "First day.", required = true) @RestQuery @Nullable LocalDate from,
      @Parameter(description = "Last day.", required = true) @RestQuery @Nullable LocalDate to,
      @Parameter(
              description = "What is counted together: day (the default) or month.",
              schema = @Schema(maxLength = 20, examples = "month"))
          @RestQuery
          @Nullable String by,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    PageRequest page = PageRequest.of(pageSize, pageToken, "reportDepartments", from, to, by);
    return DepartmentReportPage.of(audit.departments(from, to, by, page));
  }

  @GET
  @Path("/justifications")
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "List accesses to review",
      description =
          "Accesses that went beyond role and purpose, with the reason given and its reviews,"
              + " newest first (待复核的越权访问).")
  public JustificationPage listJustifications(
      @Parameter(description = "Only of this kind.") @RestQuery Justification.@Nullable Kind kind,
      @Parameter(description = "Only with, or only without a review.") @RestQuery
          @Nullable Boolean reviewed,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    PageRequest page = PageRequest.of(pageSize, pageToken, "listJustifications", kind, reviewed);
    return JustificationPage.of(audit.justifications(kind, reviewed, page));
  }

  @POST
  @Path("/justifications/{recordId}/reviews")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @NoPersonalData
  @Operation(
      summary = "Review an access",
      description = "Adds what was found of its reason; reviews are never changed or removed.")
  @StatusCodes(201)
  public RestResponse<Receipt> reviewJustification(
      @Parameter(description = "Id of the access record.") @RestPath UUID recordId,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewReview review) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "reviewJustification",
            Arrays.asList(recordId, review),
            Receipt.class,
            () -> audit.review(recordId, review));
    return Answers.created(
        URI.create("/v1/audit/justifications/" + recordId + "/reviews/" + receipt.id()), receipt);
  }

  @GET
  @Path("/findings")
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "List unusual reading",
      description =
          "Hours of users that differ from their own or their peers' hours, or pass a limit, each"
              + " with its reason; newest first (异常查阅).")
  public AuditFindingPage listFindings(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return AuditFindingPage.of(audit.findings(PageRequest.of(pageSize, pageToken, "listFindings")));
  }
}
