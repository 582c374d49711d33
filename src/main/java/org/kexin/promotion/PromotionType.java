package org.kexin.promotion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kind of promotion it is (row A3 of the domain). */
@Schema(description = "What kind of promotion it is (促销类型).")
enum PromotionType {
  PRICE_CUT,
  VOUCHER,
  GIFT,
  TELEPHONE,
  BUSINESS,
  ONLINE,
  EVENT,
  OTHER
}
