package org.kexin.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One transaction as analyses read it.
 *
 * @param customerId null for an anonymous transaction
 * @param total in {@code currency}; negative for a return
 * @param lineCount at least 1
 * @param quantity sum over the lines, positive also for a return
 * @param recordedAt when it came to be known here
 * @param channel null where {@link SaleTrait#CHANNEL} was not asked for
 * @param customerKind null where {@link SaleTrait#CUSTOMER_KIND} was not asked for, and for an
 *     anonymous transaction
 */
public record SaleRow(
    @Nullable UUID customerId,
    Instant occurredAt,
    Kind kind,
    BigDecimal total,
    int lineCount,
    long quantity,
    Currency currency,
    Instant recordedAt,
    @Nullable Channel channel,
    org.kexin.customer.@Nullable Kind customerKind) {}
