package org.kexin.consent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the person told us. */
@Schema(name = "ConsentCollectedThrough", description = "Where the person told us (收集途径).")
enum CollectedThrough {
  SHOP,
  CALL_CENTRE,
  WEBSITE,
  APP,
  LETTER,
  EMAIL,
  FAIR,
  OTHER_SYSTEM
}
