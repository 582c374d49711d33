package org.kexin.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a privacy officer makes of a justification. */
@Schema(name = "ReviewVerdict", description = "What a reviewer makes of a justification (复核结论).")
public enum Verdict {
  /** It was right to look. */
  ACCEPTED,
  /** It needs to be talked about with the user or their superior. */
  QUESTIONED
}
