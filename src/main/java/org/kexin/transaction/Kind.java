package org.kexin.transaction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a transaction is. */
@Schema(
    name = "TransactionKind",
    description = "Goods went to the customer (订单) or came back (退货).")
public enum Kind {
  /** Goods went to the customer (订单). */
  ORDER,
  /** Goods came back (退货); its total is negative. */
  RETURN
}
