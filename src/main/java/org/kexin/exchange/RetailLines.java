package org.kexin.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.kexin.customer.CustomerDirectory;
import org.kexin.transaction.TransactionIntake;

/**
 * Order lines in the form of the UCI Online Retail set (Chen, 2015, doi 10.24432/C5BW33): one line
 * of an invoice a row. An invoice whose number begins with C came back; one that begins with A
 * adjusts debts and is no sale.
 *
 * <p>A line's number within its transaction is its number in the file. So the same file under
 * another key changes nothing, and an invoice that comes back later in the file is completed, not
 * overwritten.
 */
@ApplicationScoped
class RetailLines implements ImportKind {

  private static final int BATCH_ROWS = 2_000;

  private final CustomerDirectory customers;
  private final TransactionIntake transactions;

  RetailLines(CustomerDirectory customers, TransactionIntake transactions) {
    this.customers = customers;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return "retail-lines";
  }

  @Override
  public Set<ImportFormat> formats() {
    return Set.of(ImportFormat.CSV);
  }

  @Override
  public List<String> columns() {
    return RetailLine.COLUMNS;
  }

  @Override
  public int batchRows() {
    return BATCH_ROWS;
  }

  @Override
  public Intake begin() {
    return new RetailIntake(customers, transactions);
  }
}
