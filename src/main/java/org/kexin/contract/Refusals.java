package org.kexin.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Problem;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.http.JsonSettings;

/** The answers to what goes wrong, one for each status, made of the registry of problem codes. */
final class Refusals {

  private static final String REQUEST_ID = "0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c1d";

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(400, "BadRequest"),
          Map.entry(401, "Unauthenticated"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "NotFound"),
          Map.entry(409, "Conflict"),
          Map.entry(412, "PreconditionFailed"),
          Map.entry(413, "BodyTooLarge"),
          Map.entry(415, "MediaTypeUnsupported"),
          Map.entry(422, "IdempotencyKeyReused"),
          Map.entry(428, "PreconditionRequired"),
          Map.entry(429, "TooMany"),
          Map.entry(503, "Unavailable"));

  private static final Map<Integer, String> DESCRIPTIONS =
      Map.ofEntries(
          Map.entry(400, "The request is malformed or some of its values are not acceptable."),
          Map.entry(401, "There is no access token, or it is not acceptable."),
          Map.entry(
              403, "The caller's role or department does not allow this, or not for this purpose."),
          Map.entry(404, "There is nothing here that the caller may see."),
          Map.entry(409, "The request collides with what is already there."),
          Map.entry(412, "The record has changed since it was read."),
          Map.entry(413, "The body is larger than allowed."),
          Map.entry(415, "The body has another media type than the contract names."),
          Map.entry(422, "The Idempotency-Key was used for another request."),
          Map.entry(428, "If-Match is missing."),
          Map.entry(429, "The caller's quota is used up for now; see GET /v1/limits."),
          Map.entry(503, "The access cannot be recorded, so nothing is shown; nothing was lost."));

  private final ObjectMapper mapper = JsonSettings.apply(new ObjectMapper());
  private final Map<String, APIResponse> components = new TreeMap<>();

  /**
   * A reference to the shared answer with that status.
   *
   * @throws IllegalStateException if no problem has that status
   */
  APIResponse of(int status) {
    String name = NAMES.get(status);
    if (name == null) {
      throw new IllegalStateException("No problem of the registry has the status " + status + ".");
    }
    components.computeIfAbsent(name, key -> shared(status));
    return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
  }

  /** The shared answers referred to so far. */
  Map<String, APIResponse> components() {
    return components;
  }

  private APIResponse shared(int status) {
    MediaType media =
        OASFactory.createMediaType()
            .schema(OASFactory.createSchema().ref(SchemaTree.refTo("Problem")));
    for (ProblemCode code : ProblemCode.values()) {
      if (code.status() == status) {
        media.addExample(code.code(), example(code));
      }
    }
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(DESCRIPTIONS.get(status))
            .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media));
    switch (status) {
      case 401 ->
          response.addHeader(
              "WWW-Authenticate",
              header(
                  "The scheme: Bearer, or DPoP with algorithms where only bound tokens are taken.",
                  "Bearer"));
      case 429 ->
          response
              .addHeader("Retry-After", header("Seconds to wait.", "5").required(true))
              .addHeader(
                  "RateLimit",
                  header("What is left of the quotas.", "\"requests\";r=0;t=5").required(true))
              .addHeader(
                  "RateLimit-Policy",
                  header("The quotas.", "\"requests\";q=600;w=60").required(true));
      case 503 -> response.addHeader("Retry-After", header("Seconds to wait.", "5"));
      default -> {}
    }
    return response;
  }

  private Example example(ProblemCode code) {
    ProblemException refusal = new ProblemException(code, detail(code));
    if (code == ProblemCode.VALIDATION_FAILED) {
      refusal =
          ProblemException.invalid(
              List.of(
                  new FieldProblem(
                      "/phones/0/number", "phone-invalid", "This cannot be a telephone number.")));
    }
    Problem problem = Problem.of(refusal, REQUEST_ID, Locale.ENGLISH);
    return OASFactory.createExample()
        .summary(code.title(Locale.ENGLISH) + " (" + code.title(Locale.SIMPLIFIED_CHINESE) + ")")
        .value(mapper.convertValue(problem, Map.class));
  }

  private static String detail(ProblemCode code) {
    return code.title(Locale.ENGLISH) + ".";
  }

  /** A header with a short text. */
  static Header header(String description, String example) {
    return OASFactory.createHeader()
        .description(description)
        .schema(
            OASFactory.createSchema()
                .type(List.of(SchemaType.STRING))
                .maxLength(255)
                .examples(Arrays.asList((Object) example)));
  }
}
