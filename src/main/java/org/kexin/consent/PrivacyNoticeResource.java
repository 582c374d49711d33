package org.kexin.consent;

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

/** Privacy notices over HTTP. */
@Path("/v1/privacy/notices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "privacy-notices", description = "What persons are told before they decide (隐私告知).")
public class PrivacyNoticeResource {

  private final PrivacyNoticeService notices;
  private final Idempotency idempotency;

  PrivacyNoticeResource(PrivacyNoticeService notices, Idempotency idempotency) {
    this.notices = notices;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @NoPersonalData
  @Operation(
      summary = "Publish a privacy notice",
      description = "A notice never changes; another text is another version of the same code.")
  @StatusCodes({201, 409})
  public RestResponse<Receipt> publishPrivacyNotice(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewPrivacyNotice notice) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "publishPrivacyNotice",
            notice,
            Receipt.class,
            () -> notices.publish(notice));
    return Answers.created(URI.create("/v1/privacy/notices/" + receipt.id()), receipt);
  }

  @GET
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
      summary = "List privacy notices",
      description = "Without their texts, the last published first, a page at a time.")
  public PrivacyNoticePage listPrivacyNotices(
      @Parameter(
              description = "Only the versions of this notice.",
              schema = @Schema(maxLength = 64, examples = "marketing"))
          @RestQuery
          @Nullable String code,
      @Parameter(
              description = "Only those in this language, written as when it was published.",
              schema = @Schema(maxLength = 35, examples = "zh-CN"))
          @RestQuery
          @Nullable String language,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    PageRequest page = PageRequest.of(pageSize, pageToken, "listPrivacyNotices", code, language);
    return PrivacyNoticePage.of(notices.list(code, language, page));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER,
    Roles.CUSTOMER
  })
  @NoPersonalData
  @Operation(summary = "Read a privacy notice", description = "One notice with its text.")
  public PrivacyNoticeView getPrivacyNotice(@RestPath UUID id) {
    return notices.read(id);
  }
}
