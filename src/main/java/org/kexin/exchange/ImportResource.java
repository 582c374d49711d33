package org.kexin.exchange;

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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
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
import org.kexin.access.Discloses;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.access.Viewing;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.EventStream;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** Imports over HTTP. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "imports", description = "Bulk data in, from files of any size (批量导入).")
public class ImportResource {

  private static final int MAX_NAME_CHARS = 200;

  private final Uploads uploads;
  private final ImportService imports;
  private final ImportKinds kinds;
  private final EventStream events;
  private final ErrorFile errorFile;
  private final Viewing viewing;
  private final Idempotency idempotency;

  ImportResource(
      Uploads uploads,
      ImportService imports,
      ImportKinds kinds,
      EventStream events,
      ErrorFile errorFile,
      Viewing viewing,
      Idempotency idempotency) {
    this.uploads = uploads;
    this.imports = imports;
    this.kinds = kinds;
    this.events = events;
    this.errorFile = errorFile;
    this.viewing = viewing;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes({ImportFormat.TEXT_CSV, ImportFormat.APPLICATION_NDJSON})
  @RolesAllowed({Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(
      summary = "Import a file",
      description =
          "The body is a CSV or NDJSON file in UTF-8, gzipped if Content-Encoding says so. It is"
              + " checked as a whole and then worked off in the background; lines that cannot be"
              + " used are refused one by one. kind is customers, products, transactions or"
              + " retail-lines. The same file under the same Idempotency-Key is the same import,"
              + " also after an upload that was cut.")
  @StatusCodes({200, 202, 413})
  public RestResponse<ImportView> createImport(
      @Parameter(
              description =
                  "What the lines are: customers, products, transactions or retail-lines.",
              schema = @Schema(maxLength = 40, examples = "products"))
          @RestQuery
          @Nullable String kind,
      @Parameter(
              description = "What the sender calls it.",
              schema = @Schema(maxLength = MAX_NAME_CHARS, examples = "June fair"))
          @RestQuery
          @Nullable String name,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
      @Parameter(
              description = "gzip or identity (the default).",
              schema = @Schema(maxLength = 20, examples = "gzip"))
          @RestHeader(HttpHeaders.CONTENT_ENCODING)
          @Nullable String contentEncoding,
      @RestHeader(HttpHeaders.CONTENT_LENGTH) @Nullable Long contentLength,
      InputStream file)
      throws IOException {
    ImportRun run =
        uploads.receive(
            idempotencyKey,
            new Uploads.Upload(
                kinds.demand(kind),
                checkedName(name),
                format(kinds.demand(kind), contentType),
                isGzip(contentEncoding),
                contentLength,
                file));
    ImportView view = ImportView.of(run);
    return RestResponse.ResponseBuilder.create(
            view.state().hasEnded() ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED, view)
        .location(URI.create("/v1/imports/" + view.id()))
        .build();
  }

  @GET
  @RolesAllowed({Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(summary = "List imports", description = "Newest first, a page at a time.")
  public ImportPage listImports(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return ImportPage.of(imports.list(PageRequest.of(pageSize, pageToken, "listImports")));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(
      summary = "Read an import",
      description = "State and counts; at the end accepted + unchanged + refused = linesRead.")
  public ImportView getImport(@RestPath UUID id) {
    return ImportView.of(imports.read(id));
  }

  @GET
  @Path("/{id}/progress")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed({Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(
      summary = "Follow an import",
      description =
          "Server-sent events named progress: at each change and at least every second, until the"
              + " import has ended. The data is an ImportProgress as JSON.")
  public StreamingOutput followImport(@RestPath UUID id) {
    imports.read(id);
    return out -> events.write(() -> imports.progress(id), seen -> seen.state().hasEnded(), out);
  }

  @GET
  @Path("/{id}/errors")
  @Produces(ImportFormat.TEXT_CSV)
  @RolesAllowed(Roles.DATA_STEWARD)
  @Discloses({IDENTITY, CONTACT, FINANCIAL, PROFILE, BEHAVIOUR, SENSITIVE})
  @Operation(
      summary = "Download the refused lines",
      description =
          "CSV with the columns line, code, detail and raw. raw is the line as it was sent, at most"
              + " 8,000 characters of it; an apostrophe is put before one that a spreadsheet would"
              + " take for a formula.")
  public RestResponse<StreamingOutput> getImportErrors(@RestPath UUID id) {
    imports.read(id);
    viewing.shows("importedLines");
    StreamingOutput lines = out -> errorFile.write(id, out);
    return RestResponse.ResponseBuilder.ok(lines)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".errors.csv\"")
        .build();
  }

  @POST
  @Path("/{id}/cancellations")
  @RolesAllowed({Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(
      summary = "Cancel an import",
      description = "It stops before its next batch; what was taken in before stays.")
  public Receipt cancelImport(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.once(
        idempotencyKey, "cancelImport", id, Receipt.class, () -> imports.cancel(id));
  }

  private static ImportFormat format(ImportKind kind, @Nullable String contentType) {
    ImportFormat format = ImportFormat.of(contentType);
    if (!kind.formats().contains(format)) {
      throw new ProblemException(
          ProblemCode.MEDIA_TYPE_UNSUPPORTED,
          "Files of this kind are "
              + String.join(" or ", kind.formats().stream().map(ImportFormat::mediaType).toList())
              + ".");
    }
    return format;
  }

  private static boolean isGzip(@Nullable String contentEncoding) {
    return switch (contentEncoding == null ? "" : contentEncoding.toLowerCase(Locale.ROOT)) {
      case "", "identity" -> false;
      case "gzip", "x-gzip" -> true;
      default ->
          throw new ProblemException(
              ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Send the file as it is or with gzip.");
    };
  }

  private static @Nullable String checkedName(@Nullable String name) {
    if (name != null && (name.isBlank() || name.length() > MAX_NAME_CHARS)) {
      throw ProblemException.parameter(
          "name", "A name has 1 to " + MAX_NAME_CHARS + " characters.");
    }
    return name;
  }
}
