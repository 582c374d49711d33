package org.kexin.consent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which way a person may be approached with offers. */
@Schema(description = "By which way a person may be approached with offers (营销渠道).")
public enum ConsentChannel {
  PHONE,
  SMS,
  EMAIL,
  POST,
  APP
}
