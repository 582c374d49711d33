package org.kexin.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a transaction as analyses read it.
 *
 * @param customerId null for an anonymous transaction
 * @param recordedAt when the transaction came to be known here
 * @param quantity positive also for a return
 * @param unitPrice in {@code currency}, zero or more
 * @param channel null where {@link SaleTrait#CHANNEL} was not asked for
 * @param customerKind null where {@link SaleTrait#CUSTOMER_KIND} was not asked for, and for an
 *     anonymous transaction
 */
public record LineRow(
    @Nullable UUID customerId,
    UUID transactionId,
    Instant occurredAt,
    Kind kind,
    Currency currency,
    Instant recordedAt,
    UUID productId,
    int quantity,
    BigDecimal unitPrice,
    @Nullable Channel channel,
    org.kexin.customer.@Nullable Kind customerKind) {}
