package org.kexin.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Money;

/**
 * Money matters of a customer. Kept in one column, because the class FINANCIAL is masked, encrypted
 * and erased as one.
 */
record FinancialFacts(List<BankAccount> bankAccounts, @Nullable Money creditLimit) {

  static final FinancialFacts NONE = new FinancialFacts(List.of(), null);

  /** An account at a bank. */
  @Schema(description = "An account at a bank (银行账户).")
  public record BankAccount(
      @Schema(
              description = "Letters and digits; blanks are left out. Never the number of a card.",
              examples = "6222021001116245702")
          @NotNull
          @Size(min = 4, max = 50)
          String number,
      @Schema(description = "Name of the bank.", examples = "Bank of Hangzhou")
          @Nullable
          @Size(min = 1, max = 100)
          String bank) {}
}
