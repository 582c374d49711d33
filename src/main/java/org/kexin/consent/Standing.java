package org.kexin.consent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How matters stand with a use; only {@link #GIVEN} allows it. */
@Schema(
    name = "ConsentStanding",
    description = "How matters stand with a use (同意状态); only GIVEN allows it.")
enum Standing {
  GIVEN,
  /** The newest decision is against it. */
  WITHDRAWN,
  /** Was agreed to until a moment that has passed. */
  EXPIRED,
  /** Nobody decided anything. */
  NEVER_DECIDED
}
