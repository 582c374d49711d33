package org.kexin.analysis.lifetime;

/** What makes customers valuable. */
enum MostValuableBy {
  LIFETIME_VALUE,
  REVENUE
}
