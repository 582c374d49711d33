package org.kexin.exchange;

import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/** How a file is written. */
enum ImportFormat {
  /** RFC 4180 with a header, in UTF-8. */
  CSV(ImportFormat.TEXT_CSV),
  /** One JSON document a line, in UTF-8. */
  NDJSON(ImportFormat.APPLICATION_NDJSON);

  static final String TEXT_CSV = "text/csv";
  static final String APPLICATION_NDJSON = "application/x-ndjson";

  private final String mediaType;

  ImportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /**
   * The format of a media type, whose parameters are not looked at: the text is checked to be
   * UTF-8, whatever is claimed.
   *
   * @throws ProblemException {@code media-type-unsupported} if it is neither CSV nor NDJSON
   */
  static ImportFormat of(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    for (ImportFormat format : values()) {
      if (format.mediaType.equalsIgnoreCase(type)) {
        return format;
      }
    }
    throw new ProblemException(
        ProblemCode.MEDIA_TYPE_UNSUPPORTED,
        "Send Content-Type " + TEXT_CSV + " or " + APPLICATION_NDJSON + ".");
  }
}
