package org.kexin.shared;

import java.util.List;
import java.util.UUID;

/**
 * A refusal that the caller can act on; becomes an {@code application/problem+json} answer.
 *
 * <p>Carries no stack trace: refusals are answers, not faults, and filling the trace costs more
 * than the check that led to it.
 */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<FieldProblem> errors;
  private final transient List<UUID> candidates;

  /** A refusal with a detail a person can act on. The detail never holds personal data. */
  public ProblemException(ProblemCode code, String detail) {
    this(code, detail, List.of(), List.of());
  }

  private ProblemException(
      ProblemCode code, String detail, List<FieldProblem> errors, List<UUID> candidates) {
    super(detail, null, false, false);
    this.code = code;
    this.errors = List.copyOf(errors);
    this.candidates = List.copyOf(candidates);
  }

  /** All that is wrong with a body, at once. */
  public static ProblemException invalid(List<FieldProblem> errors) {
    return new ProblemException(
        ProblemCode.VALIDATION_FAILED,
        "Correct the members listed under errors and send it again; nothing was changed.",
        errors,
        List.of());
  }

  /**
   * Goes on only if nothing is wrong with a body.
   *
   * @throws ProblemException {@code validation-failed} with all of these, if there are any
   */
  public static void demandNone(List<FieldProblem> problems) {
    if (!problems.isEmpty()) {
      throw invalid(problems);
    }
  }

  /** All that is wrong with a body, at once, where a code of its own says what kind of thing. */
  public static ProblemException of(ProblemCode code, String detail, List<FieldProblem> errors) {
    return new ProblemException(code, detail, errors, List.of());
  }

  /** One member of a body or one parameter is wrong. */
  public static ProblemException invalid(String pointer, String code, String detail) {
    return invalid(List.of(new FieldProblem(pointer, code, detail)));
  }

  /** One query parameter or header is wrong. */
  public static ProblemException parameter(String name, String detail) {
    return new ProblemException(
        ProblemCode.PARAMETER_INVALID,
        detail,
        List.of(new FieldProblem(name, "parameter-invalid", detail)),
        List.of());
  }

  /** What was asked for is not there, or not for this caller: the two are not told apart. */
  public static ProblemException notFound() {
    return new ProblemException(
        ProblemCode.NOT_FOUND, "There is nothing here that you may see; check the id.");
  }

  /** A refusal that names the records it collides with, by id only. */
  public static ProblemException collision(ProblemCode code, String detail, List<UUID> candidates) {
    return new ProblemException(code, detail, List.of(), candidates);
  }

  /** What went wrong. */
  public ProblemCode code() {
    return code;
  }

  /** The members that are wrong, maybe empty. */
  public List<FieldProblem> errors() {
    return errors;
  }

  /** The ids of colliding records, maybe empty. */
  public List<UUID> candidates() {
    return candidates;
  }

  /** What a person can do about it. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
