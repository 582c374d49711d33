package org.kexin.shared.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.kexin.shared.CappedInputStream;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/** Gives every request an id and a language, caps its body, and sends the security headers. */
public class RequestFilter {

  static final String REQUEST_ID = "X-Request-Id";
  private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** A phone or document number, but for the hexadecimal digits of an id. */
  private static final Pattern NUMBER = Pattern.compile("(?<![0-9a-fA-F])[0-9]{7,}(?![0-9a-fA-F])");

  private static final String IMPORTS = "/v1/imports";
  private static final String HSTS = "max-age=31536000; includeSubDomains";

  private final RequestContext context;
  private final long maxBodyBytes;

  RequestFilter(
      RequestContext context,
      @ConfigProperty(name = "kexin.http.max-body-bytes") long maxBodyBytes) {
    this.context = context;
    this.maxBodyBytes = maxBodyBytes;
  }

  /** Runs before the resource is chosen, so that even a 404 has an id. */
  @ServerRequestFilter(preMatching = true)
  public void begin(ContainerRequestContext request) {
    String offered = RequestContext.header(request, REQUEST_ID);
    if (isSane(offered)) {
      context.begin(offered, RequestContext.language(request));
    } else {
      context.begin("", RequestContext.language(request));
    }
    MDC.put("requestId", context.requestId());
    refuseSeveralMediaTypes(request.getHeaders());
    refusePackedBody(request);
    refuseUnreadableQuery(request.getUriInfo().getQueryParameters());
    capBody(request);
  }

  /** An id stands in every log line and record, so it must not be somebody's number. */
  static boolean isSane(String id) {
    return SANE_ID.matcher(id).matches() && !NUMBER.matcher(UUID.matcher(id).replaceAll("")).find();
  }

  /** Nothing of ours may be sniffed, framed or kept by a shared cache. */
  @ServerResponseFilter
  public void end(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle(REQUEST_ID, context.requestId());
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("Referrer-Policy", "no-referrer");
    headers.putSingle("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    // Personal data would otherwise stay on the disk of whoever looked. A client may still keep an
    // ETag beside what it shows and ask with If-None-Match.
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    if (isSecure(request)) {
      headers.putSingle("Strict-Transport-Security", HSTS);
    }
    headers.putSingle(HttpHeaders.VARY, "Authorization, Purpose-Of-Use, Accept, Accept-Language");
  }

  /** RFC 6797, section 7.2: never over plain HTTP. TLS usually ends before us, at the ingress. */
  private static boolean isSecure(ContainerRequestContext request) {
    return request.getUriInfo().getRequestUri().getScheme().equals("https")
        || "https".equals(request.getHeaderString("X-Forwarded-Proto"));
  }

  /**
   * Only imports expand what was packed, with caps of their own; elsewhere a small body suffices.
   */
  private static void refusePackedBody(ContainerRequestContext request) {
    String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null
        && !encoding.equalsIgnoreCase("identity")
        && !request.getUriInfo().getPath().startsWith(IMPORTS)) {
      throw new ProblemException(
          ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Send the body without Content-Encoding.");
    }
  }

  /** Were one picked, a proxy that picks the other would see another request (RFC 9110, 8.3). */
  private static void refuseSeveralMediaTypes(MultivaluedMap<String, String> headers) {
    List<String> types = headers.get(HttpHeaders.CONTENT_TYPE);
    if (types != null && types.size() > 1) {
      throw new ProblemException(
          ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Send one Content-Type, not several.");
    }
  }

  private static void refuseUnreadableQuery(MultivaluedMap<String, String> query) {
    query.forEach(
        (name, values) -> {
          if (values.stream().anyMatch(value -> !Text.isWellFormed(value))) {
            throw ProblemException.parameter(
                "query", "Query parameters must be well-formed text without control characters.");
          }
        });
  }

  /** Imports are streamed to the database and have their own, larger limit there. */
  private void capBody(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().startsWith(IMPORTS)) {
      return;
    }
    if (request.getLength() > maxBodyBytes) {
      throw tooLarge(maxBodyBytes);
    }
    if (request.getLength() < 0 && request.hasEntity()) {
      request.setEntityStream(
          new CappedInputStream(
              request.getEntityStream(), maxBodyBytes, () -> tooLarge(maxBodyBytes)));
    }
  }

  private static ProblemException tooLarge(long maxBodyBytes) {
    return new ProblemException(
        ProblemCode.BODY_TOO_LARGE,
        "Send at most " + maxBodyBytes + " bytes; use POST /v1/imports for bulk data.");
  }
}
