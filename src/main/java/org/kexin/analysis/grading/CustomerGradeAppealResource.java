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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** Appeals of one customer over HTTP, for staff. */
@Path("/v1/customers/{id}/grade-appeals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "grading")
public class CustomerGradeAppealResource {

  private final GradeAppealService appeals;
  private final GradeAppealReader reader;
  private final Idempotency idempotency;

  CustomerGradeAppealResource(
      GradeAppealService appeals, GradeAppealReader reader, Idempotency idempotency) {
    this.appeals = appeals;
    this.reader = reader;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "File an appeal against a customer's grade",
      description =
          "On the customer's behalf. The service notes which grade is contested and by which policy"
              + " it was given. One is open at a time. See docs/analyses/grading.md.")
  @StatusCodes(201)
  public RestResponse<Receipt> fileGradeAppeal(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewGradeAppeal appeal) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "fileGradeAppeal",
            new About(id, appeal),
            Receipt.class,
            () -> appeals.file(id, appeal));
    return Answers.created(URI.create("/v1/grade-appeals/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List a customer's appeals against their grade",
      description = "The last filed first, without what was said; a page at a time.")
  public GradeAppealPage listCustomerGradeAppeals(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return GradeAppealPage.of(
        reader.listOf(id, PageRequest.of(pageSize, pageToken, "listCustomerGradeAppeals", id)));
  }
}
