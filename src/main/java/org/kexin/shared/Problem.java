package org.kexin.shared;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of every refusal and failure (RFC 9457). Holds no stack and no personal data.
 *
 * @param type stable URI reference of the kind of problem
 * @param title short summary in the caller's language
 * @param status the HTTP status
 * @param code stable code, the last segment of {@code type}
 * @param detail what the caller can do
 * @param requestId finds the request in the logs
 * @param errors all members that are wrong
 * @param candidates records that this request collides with
 */
@Schema(description = "What went wrong and what to do about it (RFC 9457).")
public record Problem(
    @Schema(examples = "/problems/not-found", maxLength = 200) String type,
    @Schema(examples = "Not found", maxLength = 200) String title,
    @Schema(examples = "404", minimum = "400", maximum = "599") int status,
    @Schema(examples = "not-found", maxLength = 100) String code,
    @Schema(examples = "There is nothing here that you may see; check the id.", maxLength = 2000)
        String detail,
    @Schema(examples = "0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c1d", maxLength = 64) String requestId,
    @Schema(maxItems = 10000) @Nullable List<FieldProblem> errors,
    @Schema(maxItems = 100) @Nullable List<UUID> candidates) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem in the language of the caller. */
  public static Problem of(ProblemCode code, String detail, String requestId, Locale language) {
    return new Problem(
        code.type(),
        code.title(language),
        code.status(),
        code.code(),
        detail,
        requestId,
        null,
        null);
  }

  /** A refusal in the language of the caller. */
  public static Problem of(ProblemException refusal, String requestId, Locale language) {
    ProblemCode code = refusal.code();
    return new Problem(
        code.type(),
        code.title(language),
        code.status(),
        code.code(),
        refusal.detail(),
        requestId,
        refusal.errors().isEmpty() ? null : refusal.errors(),
        refusal.candidates().isEmpty() ? null : refusal.candidates());
  }
}
