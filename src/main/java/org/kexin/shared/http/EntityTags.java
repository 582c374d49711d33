package org.kexin.shared.http;

import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/** Strong entity tags made of a record's version (RFC 9110, section 8.8.3). */
public final class EntityTags {

  private static final int MAX_TAGS = 20;

  private EntityTags() {}

  /** The tag of a version, quoted. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Whether an If-None-Match header names this version. A tag that a proxy weakened counts too (RFC
   * 9110, section 13.1.2); in If-Match it does not.
   */
  public static boolean matches(@Nullable String ifNoneMatch, long version) {
    return ifNoneMatch != null && names(ifNoneMatch.replace("W/", ""), version);
  }

  /**
   * Demands that the caller saw the present version.
   *
   * @throws ProblemException {@code precondition-required} if {@code ifMatch} is null, {@code
   *     precondition-failed} if it names another version
   */
  public static void demand(@Nullable String ifMatch, long version) {
    if (ifMatch == null) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_REQUIRED,
          "Read the record first and send its ETag in If-Match.");
    }
    if (!names(ifMatch, version)) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_FAILED,
          "Somebody changed it meanwhile: read it again, look at the change, and repeat.");
    }
  }

  private static boolean names(String header, long version) {
    if (header.trim().equals("*")) {
      return true;
    }
    for (String tag : header.split(",", MAX_TAGS)) {
      if (tag.trim().equals(of(version))) {
        return true;
      }
    }
    return false;
  }
}
