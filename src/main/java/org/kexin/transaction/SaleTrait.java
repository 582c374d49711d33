package org.kexin.transaction;

/**
 * What of a transaction analyses read only where they ask for it: neither stands in the index that
 * gives the transactions by customer, so each costs more than the rest of the row.
 */
public enum SaleTrait {
  /** Through which channel it came about. */
  CHANNEL,
  /** Of which kind its customer is. */
  CUSTOMER_KIND
}
