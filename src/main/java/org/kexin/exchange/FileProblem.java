package org.kexin.exchange;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a file as a whole was not used.
 *
 * @param code stable, kebab-case
 * @param detail what to do about it, without any value of the file other than column names
 */
@Schema(description = "Why a file as a whole was not used.")
public record FileProblem(
    @Schema(examples = "csv-header", maxLength = 64) String code,
    @Schema(examples = "Missing columns: UnitPrice.", maxLength = 1000) String detail) {

  static final String TOO_LARGE = "too-large";

  static FileProblem header(String detail) {
    return new FileProblem("csv-header", detail);
  }

  static FileProblem notUtf8(long line) {
    return new FileProblem(
        "encoding-not-utf8",
        "The text near line " + line + " is not UTF-8; save the file as UTF-8 and send it again.");
  }

  static FileProblem cut(long line) {
    return new FileProblem(
        "file-cut", "The file ends in the middle of line " + line + "; send it whole.");
  }

  static FileProblem brokenGzip() {
    return new FileProblem(
        "gzip-broken", "The gzip stream is damaged or ends too early; send it whole.");
  }

  static FileProblem tooLarge(String detail) {
    return new FileProblem(TOO_LARGE, detail);
  }

  static FileProblem internal() {
    return new FileProblem(
        "internal-error",
        "A batch failed several times on our side; report the id of this import to the operators.");
  }
}
