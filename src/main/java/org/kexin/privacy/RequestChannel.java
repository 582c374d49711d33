package org.kexin.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which way a request came. */
@Schema(name = "PrivacyRequestChannel", description = "By which way a request came (渠道).")
enum RequestChannel {
  SHOP,
  PHONE,
  EMAIL,
  LETTER,
  /** By the person, signed in. */
  SELF_SERVICE,
  /** Through a supervisory authority. */
  AUTHORITY
}
