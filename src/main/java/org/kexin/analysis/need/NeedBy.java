package org.kexin.analysis.need;

/** What is needed. */
enum NeedBy {
  PRODUCT,
  CATEGORY
}
