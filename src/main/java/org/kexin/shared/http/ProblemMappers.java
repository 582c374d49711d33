package org.kexin.shared.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Problem;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.SentName;

/** Every exception becomes a problem answer here and nowhere else. */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final RequestContext context;
  private final TokenScheme scheme;

  ProblemMappers(RequestContext context, TokenScheme scheme) {
    this.context = context;
    this.scheme = scheme;
  }

  /** A refusal of ours. */
  @ServerExceptionMapper
  public RestResponse<Problem> refusal(ProblemException refusal) {
    return answer(Problem.of(refusal, context.requestId(), context.language()));
  }

  /** JSON of another form; the framework has a mapper of its own for it, which says less. */
  @ServerExceptionMapper
  public RestResponse<Problem> mismatch(MismatchedInputException unreadable) {
    return json(unreadable);
  }

  /** JSON that cannot be read, or does not fit the type. */
  @ServerExceptionMapper
  public RestResponse<Problem> json(JsonProcessingException unreadable) {
    if (unreadable.getCause() instanceof ProblemException refusal) {
      return refusal(refusal);
    }
    return refusal(JsonRefusals.of(unreadable));
  }

  /** A merge patch that leads to no document. */
  @ServerExceptionMapper
  public RestResponse<Problem> patch(UnreadablePatchException refused) {
    return json(refused.unreadable());
  }

  /**
   * No usable token. RFC 6750, section 3: the challenge names no detail to a caller without one.
   */
  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public RestResponse<Problem> unauthenticated(SecurityException refused) {
    Problem problem = problem(ProblemCode.UNAUTHENTICATED, scheme.advice());
    return RestResponse.ResponseBuilder.create(RestResponse.Status.UNAUTHORIZED, problem)
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.WWW_AUTHENTICATE, scheme.challenge())
        .build();
  }

  /** A token without the role that is needed. */
  @ServerExceptionMapper
  public RestResponse<Problem> forbidden(ForbiddenException refused) {
    return answer(
        problem(ProblemCode.FORBIDDEN, "Your role does not allow this; see x-roles of it."));
  }

  /** What JAX-RS itself refuses: no such path, method, media type. */
  @ServerExceptionMapper
  public RestResponse<Problem> http(
      WebApplicationException refused, ResourceInfo resource, UriInfo uri, Request request) {
    if (refused.getCause() instanceof JsonProcessingException unreadable) {
      return json(unreadable);
    }
    if (refused instanceof NotFoundException && refused.getCause() != null) {
      Optional<ProblemException> refusal =
          QueryParameters.refusal(resource.getResourceMethod(), uri.getQueryParameters());
      if (refusal.isPresent()) {
        return refusal(refusal.get());
      }
    }
    Response response = refused.getResponse();
    RestResponse<Problem> answer =
        switch (response.getStatus()) {
          case 400 ->
              answer(problem(ProblemCode.BODY_MALFORMED, "The body or a parameter is unreadable."));
          case 401 -> unauthenticated(new UnauthorizedException());
          case 403 -> forbidden(new ForbiddenException());
          case 404 -> answer(problem(ProblemCode.NOT_FOUND, "No resource has this path and form."));
          case 405 ->
              answer(problem(ProblemCode.METHOD_NOT_ALLOWED, "See the contract at /q/openapi."));
          case 406 -> answer(problem(ProblemCode.NOT_ACCEPTABLE, "Ask for application/json."));
          case 413 ->
              answer(problem(ProblemCode.BODY_TOO_LARGE, "Send less, or use POST /v1/imports."));
          case 415 ->
              answer(
                  problem(
                      ProblemCode.MEDIA_TYPE_UNSUPPORTED, "The contract names the media type."));
          default -> failure(refused);
        };
    // RFC 5789, section 2.2.
    if (answer.getStatus() == 415 && request.getMethod().equals(HttpMethod.PATCH)) {
      answer.getHeaders().putSingle("Accept-Patch", MergePatch.MEDIA_TYPE);
    }
    return answer;
  }

  /** A body that ends too early: mostly because the caller hung up, so nobody reads the answer. */
  @ServerExceptionMapper
  public RestResponse<Problem> cut(IOException failure, HttpServerResponse response) {
    if (!response.closed()) {
      return failure(failure);
    }
    LOG.infof("The caller hung up: %s", context.requestId());
    return answer(problem(ProblemCode.BODY_MALFORMED, "The body ended before its end."));
  }

  /** Everything unforeseen. The message may hold personal data, so only the type is logged. */
  @ServerExceptionMapper
  public RestResponse<Problem> failure(Throwable failure) {
    if (isTransient(failure)) {
      LOG.warnf("Request could not be served now: %s", Failures.withoutMessages(failure));
      RestResponse<Problem> answer =
          answer(problem(ProblemCode.UNAVAILABLE, "Try again in a few seconds."));
      answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, "5");
      return answer;
    }
    LOG.errorf("Request failed: %s", Failures.withoutMessages(failure));
    return answer(
        problem(
            ProblemCode.INTERNAL_ERROR,
            "Try again later; if it stays, report the requestId to the operators."));
  }

  /** Read-only servers and full disks, which MySQL tells by nothing but its own numbers. */
  private static final Set<Integer> CANNOT_WRITE_NOW = Set.of(1021, 1114, 1290, 1836);

  /**
   * Lost connections, deadlocks and timeouts of the database: the same request may succeed later.
   * So it may when no connection was free in time, which Agroal tells by a plain exception without
   * an SQL state; the driver always gives one.
   */
  private static boolean isTransient(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof SQLTransientException
          || cause instanceof SQLRecoverableException
          || cause instanceof SQLNonTransientConnectionException
          || (cause instanceof SQLException sql
              && (sql.getSQLState() == null || CANNOT_WRITE_NOW.contains(sql.getErrorCode())))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private Problem problem(ProblemCode code, String detail) {
    return Problem.of(code, detail, context.requestId(), context.language());
  }

  private static RestResponse<Problem> answer(Problem problem) {
    // By number: the enumeration of the framework knows no 422.
    return RestResponse.ResponseBuilder.<Problem>create(problem.status())
        .entity(problem)
        .type(Problem.MEDIA_TYPE)
        .build();
  }

  /** Says what is wrong with JSON without repeating any of it. */
  private static final class JsonRefusals {

    static ProblemException of(JsonProcessingException unreadable) {
      return switch (unreadable) {
        case StreamConstraintsException tooMuch ->
            malformed(
                "The JSON is nested too deeply, or has an overlong text, name or number or too many"
                    + " values; see GET /v1/limits.");
        case InputCoercionException tooLarge ->
            malformed("A number is larger than its member can hold.");
        case UnrecognizedPropertyException unknown ->
            invalid(
                unknown,
                "unknown-member",
                "This member is not known; known are: " + known(unknown) + ".");
        case JsonMappingException mapping -> mapping(mapping);
        default -> malformed("The body is not well-formed JSON.");
      };
    }

    private static ProblemException mapping(JsonMappingException mapping) {
      if (mapping.getCause() instanceof ProblemException refusal) {
        return refusal;
      }
      if (mapping.getCause() instanceof IllegalArgumentException invariant) {
        return invalid(mapping, "value-invalid", String.valueOf(invariant.getMessage()));
      }
      if (mapping.getCause() instanceof JsonProcessingException inner && inner != mapping) {
        return of(inner);
      }
      if (mapping.getPath().isEmpty()) {
        return malformed("The body is not a JSON document of the expected form.");
      }
      return invalid(
          mapping,
          "type-mismatch",
          "The value is missing or has another type or form than the contract says.");
    }

    private static ProblemException malformed(String detail) {
      return new ProblemException(ProblemCode.BODY_MALFORMED, detail);
    }

    private static ProblemException invalid(JsonMappingException at, String code, String detail) {
      return ProblemException.invalid(List.of(new FieldProblem(pointer(at), code, detail)));
    }

    private static String known(UnrecognizedPropertyException unknown) {
      return String.join(
          ", ", unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList());
    }

    private static String pointer(JsonMappingException mapping) {
      StringBuilder pointer = new StringBuilder();
      for (JsonMappingException.Reference step : mapping.getPath()) {
        pointer
            .append('/')
            .append(
                step.getFieldName() == null
                    ? String.valueOf(step.getIndex())
                    : SentName.quotable(step.getFieldName()).orElse("?"));
      }
      return pointer.length() > 200 ? pointer.substring(0, 200) : pointer.toString();
    }
  }
}
