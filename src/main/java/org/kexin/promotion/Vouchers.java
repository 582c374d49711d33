package org.kexin.promotion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * Vouchers and the two counts that hold their limits. Whoever changes both does so in the order
 * customer, total: two redemptions never wait crossed.
 */
@ApplicationScoped
class Vouchers implements PanacheRepositoryBase<Voucher, UUID> {

  private final Statements statements;

  Vouchers(Statements statements) {
    this.statements = statements;
  }

  Optional<Voucher> findByCode(String code) {
    return find("code", code).firstResultOptional();
  }

  /**
   * @throws ProblemException {@code not-found} if there is no such voucher
   */
  void demandExists(UUID id) {
    if (findById(id) == null) {
      throw ProblemException.notFound();
    }
  }

  /** One page of a promotion's vouchers, the newest first. */
  List<Voucher> list(UUID promotion, PageRequest page) {
    UUID after = page.afterId();
    return (after == null
            ? find("promotionId = ?1 order by id desc", promotion)
            : find("promotionId = ?1 and id < ?2 order by id desc", promotion, after))
        .page(0, page.rowsToRead())
        .list();
  }

  /** How often a customer redeemed a voucher that has a limit for each. */
  int redeemedBy(UUID voucher, UUID customer) {
    List<Integer> found =
        statements.rows(
            "select redeemed from voucher_customer where voucher_id = ? and customer_id = ?",
            row -> row.getInt(1),
            voucher,
            customer);
    return found.isEmpty() ? 0 : found.getFirst();
  }

  /**
   * Counts a redemption against the limit for each customer.
   *
   * @throws ProblemException {@code voucher-customer-limit} if it is reached
   */
  void countFor(UUID customer, Voucher voucher) {
    Integer limit = voucher.customerLimit();
    if (limit == null) {
      return;
    }
    // Both ways through this statement lock the row for writing. An "insert ignore" would share the
    // lock of a row that is there, and two that then want to write would wait for each other.
    statements.update(
        "insert into voucher_customer (voucher_id, customer_id, redeemed) values (?, ?, 0)"
            + " on duplicate key update redeemed = redeemed",
        voucher.id(),
        customer);
    int counted =
        statements.update(
            "update voucher_customer set redeemed = redeemed + 1"
                + " where voucher_id = ? and customer_id = ? and redeemed < ?",
            voucher.id(),
            customer,
            limit);
    if (counted == 0) {
      throw RedemptionRefusals.because(ProblemCode.VOUCHER_CUSTOMER_LIMIT);
    }
  }

  /**
   * Counts a redemption against the total limit. All redemptions of a voucher wait here for one
   * another: it belongs at the end of the transaction.
   *
   * @throws ProblemException {@code voucher-used-up} if it is reached
   */
  void count(Voucher voucher) {
    int counted =
        statements.update(
            "update voucher set redeemed = redeemed + 1 where id = ? and redeemed < total_limit",
            voucher.id());
    if (counted == 0) {
      throw RedemptionRefusals.because(ProblemCode.VOUCHER_USED_UP);
    }
  }

  /** Gives a redemption back to both limits; a customer who was erased has none any more. */
  void giveBack(UUID voucher, UUID customer) {
    statements.update(
        "update voucher_customer set redeemed = redeemed - 1"
            + " where voucher_id = ? and customer_id = ? and redeemed > 0",
        voucher,
        customer);
    statements.update("update voucher set redeemed = redeemed - 1 where id = ?", voucher);
  }
}
