package org.kexin.aftersales;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a delivery stands. */
@Schema(description = "Where a delivery stands (配送状态).")
enum DeliveryState {
  SHIPPED,
  /** Nobody took it; it may be tried again. */
  FAILED,
  DELIVERED,
  /** It went back to where it came from. */
  SENT_BACK;

  /** The states that can follow; none follows an end. */
  Set<DeliveryState> next() {
    return switch (this) {
      case SHIPPED -> Set.of(FAILED, DELIVERED, SENT_BACK);
      case FAILED -> Set.of(DELIVERED, SENT_BACK);
      case DELIVERED, SENT_BACK -> Set.of();
    };
  }
}
