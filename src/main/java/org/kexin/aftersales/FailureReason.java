package org.kexin.aftersales;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a delivery did not arrive. */
@Schema(name = "DeliveryFailureReason", description = "Why a delivery did not arrive (未送达原因).")
enum FailureReason {
  NOBODY_THERE,
  REFUSED,
  ADDRESS_WRONG,
  DAMAGED,
  LOST
}
