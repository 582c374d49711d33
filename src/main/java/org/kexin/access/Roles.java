package org.kexin.access;

import java.util.Set;

/** The realm roles. */
public final class Roles {

  public static final String SERVICE_AGENT = "service-agent";
  public static final String SALES = "sales";
  public static final String MARKETING = "marketing";
  public static final String ANALYST = "analyst";
  public static final String DATA_STEWARD = "data-steward";
  public static final String PRIVACY_OFFICER = "privacy-officer";
  public static final String ADMIN = "admin";
  public static final String PARTNER = "partner";
  public static final String CUSTOMER = "customer";

  /** Those whose work is with the customers of every department. */
  static final Set<String> ACROSS_DEPARTMENTS = Set.of(DATA_STEWARD, PRIVACY_OFFICER);

  private Roles() {}
}
