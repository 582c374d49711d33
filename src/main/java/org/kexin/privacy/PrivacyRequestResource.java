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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** Requests of persons over HTTP. */
@Path("/v1/privacy/requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "privacy-requests", description = "What persons ask for by right (个人信息权利请求).")
public class PrivacyRequestResource {

  /** An archive of the file for machines and the file for people. */
  static final String ZIP = "application/zip";

  private final PrivacyRequestService requests;
  private final ErasureService erasures;
  private final PersonFiles files;
  private final Idempotency idempotency;

  PrivacyRequestResource(
      PrivacyRequestService requests,
      ErasureService erasures,
      PersonFiles files,
      Idempotency idempotency) {
    this.requests = requests;
    this.erasures = erasures;
    this.files = files;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PRIVACY_OFFICER, Roles.SERVICE_AGENT})
  @NoPersonalData
  @Operation(
      summary = "Record what a person asks for",
      description =
          "It has no effect before an identity check. Of a person and kind one request is open at"
              + " most: asked again, the open one is given.")
  @StatusCodes(201)
  public RestResponse<Receipt> createPrivacyRequest(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewPrivacyRequest request) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "createPrivacyRequest",
            request,
            Receipt.class,
            () -> requests.register(request));
    return Answers.created(URI.create("/v1/privacy/requests/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List open requests",
      description = "By deadline, the first one first; a page at a time.")
  public PrivacyRequestPage listPrivacyRequests(
      @Parameter(description = "Only those that are due soon or overdue.") @RestQuery
          @Nullable Boolean dueSoon,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    boolean soon = Boolean.TRUE.equals(dueSoon);
    return PrivacyRequestPage.of(
        requests.worklist(soon, PageRequest.of(pageSize, pageToken, "listPrivacyRequests", soon)));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @Discloses(BEHAVIOUR)
  @Operation(summary = "Read a request", description = "How far it is, and when it is due.")
  public PrivacyRequestView getPrivacyRequest(@RestPath UUID id) {
    return requests.read(id);
  }

  @POST
  @Path("/{id}/identity-checks")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PRIVACY_OFFICER, Roles.SERVICE_AGENT})
  @NoPersonalData
  @Operation(
      summary = "Record how it was checked who is asking",
      description = "Only from then on a request can be answered or have an effect.")
  public Receipt checkIdentity(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      IdentityCheck check) {
    return once(idempotencyKey, "checkIdentity", id, check, () -> requests.identify(id, check));
  }

  @POST
  @Path("/{id}/extensions")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @NoPersonalData
  @Operation(summary = "Move the deadline", description = "Once at most, for a reason.")
  public Receipt extendPrivacyRequest(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      Extension extension) {
    return once(
        idempotencyKey,
        "extendPrivacyRequest",
        id,
        extension,
        () -> requests.extend(id, extension));
  }

  @POST
  @Path("/{id}/refusals")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @NoPersonalData
  @Operation(
      summary = "Refuse a request",
      description = "For a reason, and with the law that it rests on.")
  public Receipt refusePrivacyRequest(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      RequestRefusal refusal) {
    return once(
        idempotencyKey, "refusePrivacyRequest", id, refusal, () -> requests.refuse(id, refusal));
  }

  @POST
  @Path("/{id}/answers")
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @NoPersonalData
  @Operation(
      summary = "Do what is asked and close the request",
      description =
          "A restriction or objection takes effect at once. What people did, such as a correction,"
              + " is noted as done. An erasure is carried out by its own operation.")
  public Receipt answerPrivacyRequest(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.once(
        idempotencyKey, "answerPrivacyRequest", id, Receipt.class, () -> requests.answer(id));
  }

  @GET
  @Path("/{id}/file")
  @Produces(ZIP)
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @Discloses({IDENTITY, CONTACT, FINANCIAL, PROFILE, SENSITIVE, BEHAVIOUR})
  @Operation(
      summary = "Download all that is held on the person",
      description =
          "A ZIP archive of person.json and person.html, in clear, for requests of the kinds ACCESS"
              + " and EXPORT after the identity check: facts, purchases, consents, who looked.")
  @StatusCodes(409)
  public RestResponse<StreamingOutput> getPersonFile(@RestPath UUID id) {
    return archive(files, requests.personToExport(id, false));
  }

  @POST
  @Path("/{id}/erasure-previews")
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @NoPersonalData
  @Operation(
      summary = "Show what an erasure would do",
      description =
          "For each table and field: erased, pseudonymised or kept, with rows and ground.")
  public ErasurePreview previewErasure(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.once(
        idempotencyKey, "previewErasure", id, ErasurePreview.class, () -> erasures.preview(id));
  }

  @POST
  @Path("/{id}/erasures")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @NoPersonalData
  @Operation(
      summary = "Erase the person as shown",
      description = "For ever; a legal hold keeps it from happening.")
  public Receipt erasePerson(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ConfirmedPreview confirmation) {
    return once(
        idempotencyKey, "erasePerson", id, confirmation, () -> erasures.erase(id, confirmation));
  }

  @GET
  @Path("/{id}/erasure")
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "Read the receipt of an erasure",
      description = "What became of each field; holds nothing of the person but the id.")
  public Erasure getErasure(@RestPath UUID id) {
    return erasures.receipt(id);
  }

  /** The archive, written while it is read; nobody keeps a copy. */
  static RestResponse<StreamingOutput> archive(PersonFiles files, UUID person) {
    StreamingOutput archive = out -> files.write(person, out);
    return RestResponse.ResponseBuilder.ok(archive)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + person + ".zip\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Receipt once(
      @Nullable String key, String operation, UUID id, Object body, Supplier<Receipt> effect) {
    return idempotency.once(key, operation, new About(id, body), Receipt.class, effect);
  }
}
