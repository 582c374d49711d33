package org.kexin.privacy;

import static org.kexin.access.AttributeClass.BEHAVIOUR;
import static org.kexin.access.AttributeClass.CONTACT;
import static org.kexin.access.AttributeClass.FINANCIAL;
import static org.kexin.access.AttributeClass.IDENTITY;
import static org.kexin.access.AttributeClass.PROFILE;
import static org.kexin.access.AttributeClass.SENSITIVE;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** A person's own requests over HTTP: whoever signed in is identified. */
@Path("/v1/me/privacy-requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "me")
public class MyPrivacyRequestResource {

  private final PrivacyRequestService requests;
  private final PersonFiles files;
  private final Idempotency idempotency;

  MyPrivacyRequestResource(
      PrivacyRequestService requests, PersonFiles files, Idempotency idempotency) {
    this.requests = requests;
    this.files = files;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CUSTOMER)
  @NoPersonalData
  @Operation(
      summary = "Ask for something by right",
      description = "My sign-in is the identity check. A file can be downloaded at once.")
  @StatusCodes(404)
  public Receipt createMyPrivacyRequest(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, OwnPrivacyRequest request) {
    return idempotency.once(
        idempotencyKey,
        "createMyPrivacyRequest",
        request,
        Receipt.class,
        () -> requests.registerOwn(request));
  }

  @GET
  @RolesAllowed(Roles.CUSTOMER)
  @Discloses(BEHAVIOUR)
  @Operation(summary = "List what I asked for", description = "Newest first, a page at a time.")
  @StatusCodes(404)
  public PrivacyRequestPage listMyPrivacyRequests(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return PrivacyRequestPage.of(
        requests.ownRequests(PageRequest.of(pageSize, pageToken, "listMyPrivacyRequests")));
  }

  @GET
  @Path("/{id}/file")
  @Produces(PrivacyRequestResource.ZIP)
  @RolesAllowed(Roles.CUSTOMER)
  @Discloses({IDENTITY, CONTACT, FINANCIAL, PROFILE, SENSITIVE, BEHAVIOUR})
  @Operation(
      summary = "Download all that is held on me",
      description =
          "A ZIP archive of person.json and person.html, in clear, for my open requests of the kinds"
              + " ACCESS and EXPORT.")
  @StatusCodes(409)
  public RestResponse<StreamingOutput> getMyFile(@RestPath UUID id) {
    return PrivacyRequestResource.archive(files, requests.personToExport(id, true));
  }
}
