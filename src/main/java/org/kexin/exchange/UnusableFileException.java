package org.kexin.exchange;

/** A file that cannot be used as a whole, noticed while reading it. */
final class UnusableFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient FileProblem problem;

  UnusableFileException(FileProblem problem) {
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  FileProblem problem() {
    return problem;
  }
}
