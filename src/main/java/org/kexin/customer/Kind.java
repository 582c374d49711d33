package org.kexin.customer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer is. */
@Schema(
    name = "CustomerKind",
    description = "What a customer is: a natural person (个人客户) or an organisation (企业客户).")
public enum Kind {
  /** A natural person (个人客户). */
  INDIVIDUAL,
  /** A company or other organisation (企业客户). */
  ENTERPRISE
}
