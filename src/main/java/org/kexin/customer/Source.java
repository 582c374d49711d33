package org.kexin.customer;

/** Through which channel a customer's facts were collected (rows B1 and B2 of the domain). */
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
