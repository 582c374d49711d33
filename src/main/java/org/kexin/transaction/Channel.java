package org.kexin.transaction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Through which channel a transaction came about (渠道). */
@Schema(description = "Through which channel a transaction came about (渠道).")
public enum Channel {
  SHOP,
  ONLINE,
  PHONE,
  PARTNER,
  MAIL,
  OTHER
}
