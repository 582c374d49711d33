package org.kexin.transaction;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to an exchange: which transactions it became. */
@Schema(description = "Which transactions an exchange became; read them to see the totals.")
record ExchangeReceipt(UUID returnId, UUID replacementId) {}
