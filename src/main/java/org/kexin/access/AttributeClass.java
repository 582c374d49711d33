package org.kexin.access;

/** How delicate an attribute is; the unit in which access is decided. */
public enum AttributeClass {
  /** Who somebody is: name, gender, birth date, company register facts. */
  IDENTITY,
  /** How to reach somebody: phones, e-mails, addresses, contact persons. */
  CONTACT,
  /** Money matters of the customer: accounts, limits, financial statements and what follows. */
  FINANCIAL,
  /** Circumstances: occupation, income band, household. */
  PROFILE,
  /** What somebody did: purchases, scores derived from them. */
  BEHAVIOUR,
  /** Numbers of identity documents and all else whose leak does lasting harm. */
  SENSITIVE
}
