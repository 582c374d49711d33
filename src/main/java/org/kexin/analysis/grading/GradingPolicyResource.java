package org.kexin.analysis.grading;

import static org.kexin.access.AttributeClass.BEHAVIOUR;
import static org.kexin.access.AttributeClass.IDENTITY;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
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

/** Policies of grades over HTTP. */
@Path("/v1/grading-policies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "grading", description = "Grades of customers (客户分级).")
public class GradingPolicyResource {

  private final GradingPolicyService policies;
  private final GradeAnalysis grades;
  private final Idempotency idempotency;

  GradingPolicyResource(
      GradingPolicyService policies, GradeAnalysis grades, Idempotency idempotency) {
    this.policies = policies;
    this.grades = grades;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.ANALYST,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER,
    Roles.ADMIN
  })
  @NoPersonalData
  @Operation(
      summary = "List the policies of grades",
      description = "Every version; of each kind of customers the first in the list holds.")
  public GradingPolicyPage listGradingPolicies(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return GradingPolicyPage.of(
        policies.list(PageRequest.of(pageSize, pageToken, "listGradingPolicies")));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(
      summary = "Publish a policy of grades",
      description =
          "The next version for one kind of customers. Refused where a grade cannot be reached or a"
              + " rule never decides. See docs/analyses/grading.md.")
  @StatusCodes(201)
  public RestResponse<Receipt> publishGradingPolicy(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewGradingPolicy policy) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "publishGradingPolicy",
            policy,
            Receipt.class,
            () -> policies.publish(policy));
    return Answers.created(URI.create("/v1/grading-policies"), receipt);
  }

  @POST
  @Path("/previews")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses({IDENTITY, BEHAVIOUR})
  @Operation(
      summary = "Preview a policy of grades",
      description =
          "How the grades would spread today, also over source, gender and age, with the"
              + " four-fifths ratio. Changes nothing.")
  public GradesView.OfKind previewGradingPolicy(NewGradingPolicy policy) {
    policies.demandSound(policy);
    return grades.preview(policy);
  }
}
