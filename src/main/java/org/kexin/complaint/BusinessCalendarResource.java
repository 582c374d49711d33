package org.kexin.complaint;

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
import org.kexin.shared.idempotency.Idempotency;

/** Calendars over HTTP. */
@Path("/v1/business-calendars")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "business-calendars", description = "When work is done (工作日历).")
public class BusinessCalendarResource {

  private final ComplaintTerms terms;
  private final Idempotency idempotency;

  BusinessCalendarResource(ComplaintTerms terms, Idempotency idempotency) {
    this.terms = terms;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(
      summary = "Publish a business calendar",
      description =
          "The next version of the calendar with this code. Complaints that are open keep the"
              + " version with which they began.")
  @StatusCodes(201)
  public RestResponse<Receipt> publishBusinessCalendar(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewBusinessCalendar calendar) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "publishBusinessCalendar",
            calendar,
            Receipt.class,
            () -> terms.publish(calendar));
    return Answers.created(URI.create("/v1/business-calendars/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(
      summary = "List business calendars",
      description = "All versions, last published first, a page at a time.")
  public BusinessCalendarPage listBusinessCalendars(
      @Parameter(
              description = "Only versions of the calendar with this code.",
              schema =
                  @Schema(maxLength = NewBusinessCalendar.MAX_CODE_CHARS, examples = "default"))
          @RestQuery
          @Nullable String code,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return BusinessCalendarPage.of(
        terms.listCalendars(
            code, PageRequest.of(pageSize, pageToken, "listBusinessCalendars", code)));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(summary = "Read a business calendar", description = "One version by its id.")
  public BusinessCalendarView getBusinessCalendar(@RestPath UUID id) {
    return terms.readCalendar(id);
  }
}
