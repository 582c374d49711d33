package org.kexin.promotion;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What a promotion has to do with one customer.
 *
 * @param control whether the customer is left alone to compare with
 * @param contacts made with the customer
 * @param responses of the customer, of any kind
 * @param interested whether one of them speaks for wanting something
 * @param redemptions that stand
 * @param discount given by them, in the currency of the promotion
 */
public record Participant(
    UUID customerId,
    boolean control,
    long contacts,
    long responses,
    boolean interested,
    long redemptions,
    BigDecimal discount) {

  /** Whether the customer took part: showed interest, or used a voucher. */
  public boolean tookPart() {
    return interested || redemptions > 0;
  }
}
