package org.kexin.customer;

/** What a customer is. */
public enum Kind {
  /** A natural person (个人客户). */
  INDIVIDUAL,
  /** A company or other organisation (企业客户). */
  ENTERPRISE
}
