package org.kexin.customer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Through which channel a customer's facts were collected (rows B1 and B2 of the domain). */
@Schema(
    name = "CustomerSource",
    description = "Through which channel the facts were collected (信息来源).")
public enum Source {
  SURVEY,
  MARKETING_ACTIVITY,
  NEGOTIATION,
  SERVICE_CONTACT,
  WEBSITE,
  CALL_CENTRE,
  COMPLAINT,
  FAIR,
  SALES_RECORD,
  WEB_SEARCH,
  REFERRAL,
  AGENCY,
  PARTNER,
  /** Generated for demonstration; describes nobody. */
  SYNTHETIC
}
