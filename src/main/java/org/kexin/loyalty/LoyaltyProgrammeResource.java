package org.kexin.loyalty;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** Loyalty programmes, and whether their books are right, over HTTP. */
@Path("/v1/loyalty")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "loyalty", description = "Programmes, points, rewards and referrals (会员与积分).")
public class LoyaltyProgrammeResource {

  private final LoyaltyProgrammeService programmes;
  private final LedgerChecks checks;
  private final Idempotency idempotency;

  LoyaltyProgrammeResource(
      LoyaltyProgrammeService programmes, LedgerChecks checks, Idempotency idempotency) {
    this.programmes = programmes;
    this.checks = checks;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/programmes")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.MARKETING, Roles.DATA_STEWARD})
  @NoPersonalData
  @Operation(
      summary = "Make a loyalty programme",
      description = "With its first terms: levels, rules by which points are earned, their times.")
  @StatusCodes({201, 409})
  public RestResponse<Receipt> createLoyaltyProgramme(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewLoyaltyProgramme programme) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "createLoyaltyProgramme",
            programme,
            Receipt.class,
            () -> programmes.create(programme));
    return Answers.created(URI.create("/v1/loyalty/programmes/" + receipt.id()), receipt);
  }

  @GET
  @Path("/programmes")
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER,
    Roles.CUSTOMER
  })
  @NoPersonalData
  @Operation(
      summary = "List loyalty programmes",
      description = "Without their terms, the last made first, a page at a time.")
  public LoyaltyProgrammePage listLoyaltyProgrammes(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return LoyaltyProgrammePage.of(
        programmes.list(PageRequest.of(pageSize, pageToken, "listLoyaltyProgrammes")));
  }

  @GET
  @Path("/programmes/{id}")
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER,
    Roles.CUSTOMER
  })
  @NoPersonalData
  @Operation(
      summary = "Read a loyalty programme",
      description = "With the terms that hold now, or with an earlier version of them.")
  public LoyaltyProgrammeView getLoyaltyProgramme(
      @RestPath UUID id,
      @Parameter(
              description = "Number of the version of the terms wanted.",
              schema = @Schema(minimum = "1", examples = "1"))
          @RestQuery
          @Nullable Integer termsVersion) {
    return programmes.read(id, termsVersion);
  }

  @POST
  @Path("/programmes/{id}/terms")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.MARKETING, Roles.DATA_STEWARD})
  @NoPersonalData
  @Operation(
      summary = "Publish other terms of a programme",
      description =
          "They hold for what is recorded from now on; points that were earned keep their times,"
              + " and levels are judged by them when a member buys or points cease to count.")
  public RestResponse<Receipt> publishLoyaltyTerms(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewLoyaltyTerms terms) {
    return Answers.changed(
        idempotency.once(
            idempotencyKey,
            "publishLoyaltyTerms",
            new About(id, terms),
            Receipt.class,
            () -> programmes.publish(id, terms)));
  }

  @GET
  @Path("/ledger-checks")
  @RolesAllowed({Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(
      summary = "Check points accounts against their entries",
      description =
          "Looks at as many accounts as the page holds, by id, and names those whose balance or lots"
              + " are not the sum of their entries.")
  public LedgerCheck checkPointsLedger(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return checks.check(PageRequest.of(pageSize, pageToken, "checkPointsLedger"));
  }
}
