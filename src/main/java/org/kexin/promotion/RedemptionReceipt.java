package org.kexin.promotion;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kexin.shared.Money;

/** The answer to a redemption: what comes off, and nothing of the customer. */
@Schema(description = "What was redeemed: what comes off, and nothing of the customer.")
record RedemptionReceipt(UUID id, Money discount) {}
