package org.kexin.promotion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To which customers an offer is open. What new and loyal mean is said by {@link BuyerTerms}. */
@Schema(description = "To which customers an offer is open (适用客户): all, new or loyal ones.")
enum OfferedTo {
  ALL,
  NEW,
  LOYAL
}
