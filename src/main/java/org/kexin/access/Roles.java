package org.kexin.access;

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

  private Roles() {}
}
