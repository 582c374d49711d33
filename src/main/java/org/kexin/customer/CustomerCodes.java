package org.kexin.customer;

import org.kexin.shared.Ids;

/**
 * Draws customer codes at random. A counter would tell competitors how many customers there are and
 * make every pod wait for one row; with ten million customers a draw collides once in ten thousand,
 * which the unique index notices.
 */
final class CustomerCodes {

  private static final long FIRST = 10_000_000_000L;
  private static final long COUNT = 90_000_000_000L;

  private CustomerCodes() {}

  static CustomerCode next(Ids ids) {
    return CustomerCode.of(FIRST + ids.random(COUNT));
  }
}
