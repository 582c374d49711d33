package org.kexin.promotion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which media a promotion is made known. */
@Schema(description = "By which media a promotion is made known (促销媒介).")
enum PromotionMedium {
  TELEVISION,
  NEWSPAPER,
  RADIO,
  INTERNET,
  SOCIAL,
  OUTDOOR,
  DIRECT,
  OTHER
}
