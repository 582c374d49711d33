package org.kexin.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kexin.transaction.Kind;

class RetailLineTest {

  @Test
  void anInvoiceLineIsAnOrder() {
    RetailLine line =
        line("536365,85123A,HEART HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom");

    assertThat(line.kind()).isEqualTo(Kind.ORDER);
    assertThat(line.quantity()).isEqualTo(6);
    assertThat(line.unitPrice()).isEqualTo(new BigDecimal("2.55"));
    assertThat(line.at()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
    assertThat(line.customer()).isEqualTo("17850");
  }

  @Test
  void aCancelledInvoiceIsAReturnWithAPositiveQuantity() {
    RetailLine line = line("C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527,United Kingdom");

    assertThat(line.kind()).isEqualTo(Kind.RETURN);
    assertThat(line.quantity()).isEqualTo(1);
    assertThat(line.invoice()).isEqualTo("C536379");
  }

  @Test
  void aBlankCustomerIsNobody() {
    assertThat(line("536544,21773,CAP,1,2010-12-01 14:32:00,2.51,,United Kingdom").customer())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A563185,B,Adjust bad debt,1,2011-08-12 14:50:00,11062.06,,UK | adjustment",
        "A563186,B,Adjust bad debt,1,2011-08-12 14:51:00,-11062.06,,UK | adjustment",
        "536414,22139,,56,2010-12-01 11:52:00,0,,UK | price-not-positive",
        "536365,85123A,X,-6,2010-12-01 08:26:00,2.55,17850,UK | quantity-sign",
        "C536379,D,X,1,2010-12-01 09:41:00,27.5,14527,UK | quantity-sign",
        "536365,85123A,X,0,2010-12-01 08:26:00,2.55,17850,UK | quantity-sign",
        "536365,85123A,X,six,2010-12-01 08:26:00,2.55,17850,UK | quantity-invalid",
        "536365,85123A,X,6,2010-12-01 08:26:00,1e9999,17850,UK | price-invalid",
        "536365,85123A,X,6,2010-02-30 08:26:00,2.55,17850,UK | date-invalid",
        "536365,,X,6,2010-12-01 08:26:00,2.55,17850,UK | product-invalid",
        "536365,85123A,X,6,2010-12-01 08:26:00,2.55,1 7850,UK | customer-invalid",
        ",85123A,X,6,2010-12-01 08:26:00,2.55,17850,UK | invoice-invalid"
      })
  void whatIsNoSaleIsRefusedWithItsReason(String text, String code) {
    Row row = row(text);

    assertThatThrownBy(() -> RetailLine.of(row))
        .isInstanceOfSatisfying(
            RefusedRowException.class,
            refused -> assertThat(refused.refusalOf(row).code()).isEqualTo(code));
  }

  private static RetailLine line(String text) {
    return RetailLine.of(row(text));
  }

  private static Row row(String text) {
    Map<String, Integer> columns = new HashMap<>();
    RetailLine.COLUMNS.forEach(column -> columns.put(column, columns.size()));
    return new Row(1, 2, text, columns, List.of(text.split(",", -1)));
  }
}
