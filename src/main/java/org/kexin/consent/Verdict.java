package org.kexin.consent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person decided. */
@Schema(
    name = "ConsentVerdict",
    description = "Whether the person agrees or takes that back (同意或撤回).")
enum Verdict {
  GIVEN,
  WITHDRAWN
}
