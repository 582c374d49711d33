package org.kexin.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.kexin.audit.AccessLog;
import org.kexin.audit.AccessRecord;
import org.kexin.audit.Outcome;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;
import org.kexin.shared.Problem;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.http.RequestContext;

/**
 * The gate at which personal data leaves. Before: a purpose must be stated that serves the caller's
 * role. After: the answer waits until its access record is committed, or is replaced by a 503.
 *
 * <p>The filter returns a {@code Uni} because a response filter may run on an event loop, where
 * nothing may wait for a disk; it is the only reactive type in the code.
 */
public class DisclosureFilter {

  private static final String PERSONS_PATH = "/v1/customers/";
  private static final int HTTP_FORBIDDEN = 403;
  private static final int HTTP_UNAUTHORIZED = 401;

  private final Viewing viewing;
  private final AccessLog log;
  private final Ids ids;
  private final Clock clock;
  private final RequestContext context;

  DisclosureFilter(Viewing viewing, AccessLog log, Ids ids, Clock clock, RequestContext context) {
    this.viewing = viewing;
    this.log = log;
    this.ids = ids;
    this.clock = clock;
    this.context = context;
  }

  /** Demands a purpose for every operation that can disclose. */
  @ServerRequestFilter
  public void demandPurpose(
      ContainerRequestContext request, ResourceInfo resource, HttpServerRequest http) {
    viewing.called(resource.getResourceMethod().getName(), address(http));
    String stated = request.getHeaderString(Purpose.HEADER);
    Purpose purpose = stated == null ? null : Purpose.parse(stated).orElse(null);
    if (purpose != null) {
      viewing.state(purpose);
    }
    Method method = resource.getResourceMethod();
    if (method != null && method.isAnnotationPresent(MayBreakGlass.class)) {
      viewing.offerGlass(request.getHeaderString(MayBreakGlass.HEADER));
    }
    if (!discloses(method)) {
      return;
    }
    if (purpose == null) {
      throw new ProblemException(
          ProblemCode.PURPOSE_REQUIRED,
          "Send the header Purpose-Of-Use with one of service, sales, marketing, analysis,"
              + " quality, compliance, self.");
    }
    if (!AccessPolicy.serves(viewing.caller().roles(), purpose)) {
      throw new ProblemException(
          ProblemCode.FORBIDDEN, "Your role does not serve the purpose you stated.");
    }
  }

  /** Has the access recorded before the first byte leaves. */
  @ServerResponseFilter
  public Uni<Void> record(
      ContainerRequestContext request,
      ContainerResponseContext response,
      ResourceInfo resource,
      HttpServerRequest http) {
    int status = response.getStatus();
    Method method = resource.getResourceMethod();
    boolean denied = isDenial(status);
    // What was changed behind the glass is in the record of the change; why, in this one.
    boolean justified = viewing.justification() != null;
    if (method == null
        || status == HTTP_UNAUTHORIZED
        || !(denied || justified || discloses(method))
        || request.getProperty(QuotaFilter.UNRECORDED) != null) {
      return Uni.createFrom().voidItem();
    }
    if (denied) {
      noteWhomItWasAbout(request.getUriInfo());
    }
    AccessRecord access = accessRecord(method, status, http);
    return Uni.createFrom()
        .completionStage(() -> log.append(access))
        .onFailure()
        .invoke(() -> withhold(response))
        .onFailure()
        .recoverWithNull();
  }

  /** A denied call never reaches the code that would tell; the path does, for one person's data. */
  private void noteWhomItWasAbout(UriInfo uri) {
    String id = uri.getPathParameters().getFirst("id");
    if (id == null || !uri.getPath().startsWith(PERSONS_PATH)) {
      return;
    }
    try {
      viewing.concerns(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      // Not an id, so nobody's.
    }
  }

  private AccessRecord accessRecord(Method method, int status, HttpServerRequest http) {
    Caller caller = viewing.caller();
    Purpose purpose = viewing.purpose();
    Outcome outcome = outcome(method, status);
    // A 304 was prepared like an answer and then shows nothing.
    boolean shown = outcome == Outcome.DISCLOSED;
    return new AccessRecord(
        ids.next(),
        clock.now(),
        caller.userId(),
        caller.clientId(),
        caller.department(),
        caller.roles(),
        purpose == null ? null : purpose.text(),
        method.getName(),
        outcome,
        status,
        viewing.persons(),
        shown ? viewing.disclosed() : Collections.emptySortedSet(),
        shown ? viewing.masked() : Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        viewing.justification(),
        context.requestId(),
        address(http));
  }

  private static Outcome outcome(Method method, int status) {
    if (isDenial(status)) {
      return Outcome.DENIED;
    }
    return status < 300 && discloses(method) ? Outcome.DISCLOSED : Outcome.NOTHING_SHOWN;
  }

  /** What a quota holds back is denied just as what a role does. */
  private static boolean isDenial(int status) {
    return status == HTTP_FORBIDDEN || status == QuotaFilter.TOO_MANY;
  }

  private void withhold(ContainerResponseContext response) {
    response.getHeaders().remove(HttpHeaders.ETAG);
    response.getHeaders().remove(HttpHeaders.LOCATION);
    response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, "5");
    response.setStatus(ProblemCode.AUDIT_UNAVAILABLE.status());
    response.setEntity(
        Problem.of(
            ProblemCode.AUDIT_UNAVAILABLE,
            "Try again in a few seconds; nothing was shown.",
            context.requestId(),
            context.language()));
  }

  private static String address(HttpServerRequest http) {
    return http.remoteAddress() == null ? "unknown" : http.remoteAddress().hostAddress();
  }

  private static boolean discloses(@Nullable Method method) {
    return method != null && method.isAnnotationPresent(Discloses.class);
  }
}
