package org.kexin.transaction;

/** Through which channel a transaction came about (渠道). */
public enum Channel {
  SHOP,
  ONLINE,
  PHONE,
  PARTNER,
  MAIL,
  OTHER
}
