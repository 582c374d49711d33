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
    if (SANE_ID.matcher(offered).matches()) {
      context.begin(offered, RequestContext.language(request));
    } else {
      context.begin("", RequestContext.language(request));
    }
    MDC.put("requestId", context.requestId());
    refuseSeveralMediaTypes(request.getHeaders());
    refuseUnreadableQuery(request.getUriInfo().getQueryParameters());
    capBody(request);
  }

  /** Nothing of ours may be sniffed, framed or kept by a shared cache. */
  @ServerResponseFilter
  public void end(ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle(REQUEST_ID, context.requestId());
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("Referrer-Policy", "no-referrer");
    headers.putSingle("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
    headers.putSingle(HttpHeaders.VARY, "Authorization, Purpose-Of-Use, Accept-Language");
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
    if (request.getUriInfo().getPath().startsWith("/v1/imports")) {
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
