package org.kexin.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an answer takes longer (GDPR article 12(3)). */
@Schema(description = "Why an answer takes longer (延期理由).")
enum ExtensionReason {
  COMPLEX,
  MANY_REQUESTS
}
