package org.kexin.access;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.kexin.access.Allowance.Excess;
import org.kexin.access.Allowance.Meter;
import org.kexin.shared.Problem;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.http.RequestContext;

/**
 * Counts requests before they are served and persons before they are shown; refuses with 429 (RFC
 * 6585, section 4) what goes beyond the caller's quotas.
 *
 * <p>Denied requests never reach the filter of requests, so they are counted when their answer
 * comes by: a caller cannot try doors for nothing. Requests without a valid token have no caller
 * and are for the ingress to limit.
 */
public class QuotaFilter {

  /** Set on a request whose refusal is counted only: its like was recorded within the second. */
  static final String UNRECORDED = QuotaFilter.class.getName() + ".unrecorded";

  static final int TOO_MANY = 429;

  private static final String COUNTED = QuotaFilter.class.getName() + ".counted";
  private static final int HTTP_FORBIDDEN = 403;
  private static final int HTTP_FIRST_REDIRECT = 300;

  /** Higher runs earlier on the way out: the access record must see the final status. */
  private static final int BEFORE_RECORDING = Priorities.USER + 1_000;

  /** Callers are told what they have left when less than this part of a quota is. */
  private static final int SCARCE = 4;

  private final Viewing viewing;
  private final Quotas quotas;
  private final RequestContext context;

  QuotaFilter(Viewing viewing, Quotas quotas, RequestContext context) {
    this.viewing = viewing;
    this.quotas = quotas;
    this.context = context;
  }

  /** Counts the request. */
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  public Optional<RestResponse<Problem>> admit(ContainerRequestContext request) {
    request.setProperty(COUNTED, true);
    if (!quotas.areKept()) {
      return Optional.empty();
    }
    Allowance allowance = quotas.of(viewing.caller());
    return allowance
        .request()
        .map(
            excess -> {
              noteRecording(request, allowance);
              return RestResponse.ResponseBuilder.<Problem>create(TOO_MANY)
                  .entity(problem(excess))
                  .type(Problem.MEDIA_TYPE)
                  .header(HttpHeaders.RETRY_AFTER, excess.retryAfter())
                  .build();
            });
  }

  /** Counts the persons in the answer, and denials. */
  @ServerResponseFilter(priority = BEFORE_RECORDING)
  public void charge(
      ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    boolean denied = response.getStatus() == HTTP_FORBIDDEN && request.getProperty(COUNTED) == null;
    if (method == null || !quotas.areKept() || !(denied || request.getProperty(COUNTED) != null)) {
      return;
    }
    Allowance allowance = quotas.of(viewing.caller());
    excess(denied, method, response.getStatus(), allowance)
        .ifPresent(
            excess -> {
              noteRecording(request, allowance);
              replace(response, excess);
            });
    tellWhatIsLeft(response, allowance);
  }

  private Optional<Excess> excess(boolean denied, Method method, int status, Allowance allowance) {
    if (denied) {
      return allowance.request();
    }
    boolean shows = status < HTTP_FIRST_REDIRECT && method.isAnnotationPresent(Discloses.class);
    return shows ? allowance.show(viewing.persons().size()) : Optional.empty();
  }

  private static void noteRecording(ContainerRequestContext request, Allowance allowance) {
    if (!allowance.isWorthRecording()) {
      request.setProperty(UNRECORDED, true);
    }
  }

  private void replace(ContainerResponseContext response, Excess excess) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.remove(HttpHeaders.ETAG);
    headers.putSingle(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    headers.putSingle(HttpHeaders.RETRY_AFTER, excess.retryAfter());
    response.setStatus(TOO_MANY);
    response.setEntity(problem(excess));
  }

  /**
   * On every refusal, and while there is still time to slow down; always would cost each answer.
   */
  private static void tellWhatIsLeft(ContainerResponseContext response, Allowance allowance) {
    boolean refused = response.getStatus() == TOO_MANY;
    if (!refused && allowance.meters().stream().noneMatch(QuotaFilter::isScarce)) {
      return;
    }
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle(
        "RateLimit-Policy",
        allowance.meters().stream()
            .map(meter -> meter.policy().text())
            .collect(Collectors.joining(", ")));
    headers.putSingle(
        "RateLimit",
        allowance.meters().stream().map(QuotaFilter::left).collect(Collectors.joining(", ")));
  }

  private static boolean isScarce(Meter meter) {
    return meter.bucket().getAvailableTokens() < meter.policy().quota() / SCARCE;
  }

  private static String left(Meter meter) {
    long left = Math.max(0, meter.bucket().getAvailableTokens());
    long nanos = meter.bucket().estimateAbilityToConsume(left + 1).getNanosToWaitForRefill();
    return meter.policy().left(left, meter.policy().secondsToWait(nanos));
  }

  private Problem problem(Excess excess) {
    QuotaPolicy policy = excess.policy();
    String detail =
        policy.perPerson()
            ? "You may be shown %d persons in %d s; ask for fewer, or wait as Retry-After says."
            : "You may send %d requests in %d s; wait as Retry-After says.";
    return Problem.of(
        policy.perPerson() ? ProblemCode.PERSONS_EXCEEDED : ProblemCode.REQUESTS_EXCEEDED,
        detail.formatted(policy.quota(), policy.window().toSeconds()),
        context.requestId(),
        context.language());
  }
}
