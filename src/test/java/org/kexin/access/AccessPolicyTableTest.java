package org.kexin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The policy in the documentation is the policy of the code. */
class AccessPolicyTableTest {

  private static final Path TABLE = Path.of("docs", "access-policy.md");

  private static final String HEAD =
      """
      # Who sees what

      What a caller gets of a customer, by the role in the token, the purpose stated in the header `Purpose-Of-Use`, and what the customer
      agreed to (PIPL articles 6, 13, 23 and 29). What stands here for no role and purpose is hidden. Somebody with several roles gets the
      most that one of them gets. This table is made from `org.kexin.access.AccessPolicy` by
      `./mvnw -B test -Dtest=AccessPolicyTableTest -Dkexin.contract.update`; `src/test/resources/access-policy.txt` says the same by hand, cell by
      cell, and a test compares the two.

      - **clear**: the value. **masked**: a form that identifies nobody by itself (`138****5678`), named under `masked`. **hidden**: left out,
        and named under `masked`.
      - **on a reason**: in clear for one customer, by `POST /v1/customers/{id}/unmaskings` with a reason of 10 to 200 characters, which is kept
        with the access record. Likewise `…/financial-statements/{periodEnd}/{months}/unmaskings`, and `…/insights/unmaskings` for what is derived of
        financial facts. Financial and sensitive facts are in clear nowhere else.
      - **if `USE`**: only of customers who agreed to that use; of all others it is hidden. A customer of whom a partner would see nothing
        at all is not found.
      - **own department**: the role sees customers who are assigned to the department of its token, or to none. Lists and searches leave
        out the others; reading or changing one of them is refused with `not-your-customer`, unless the header `Break-Glass-Reason` says why it
        must be (10 to 200 characters; percent-encoded UTF-8 where they are not ASCII). That is recorded with the reason, and reviewed.
        Whoever is data-steward or privacy-officer too is not bound.
      - An analyst sees behaviour only, and that under a pseudonym of an analysis project, of customers who are not alone with it
        ([privacy.md](privacy.md)); sums and counts are nobody's.
      - A customer sees one record, their own, through `/v1/me`.

      | role | purpose | customers |%s
      |---|---|---|%s
      """
          .formatted(
              classes().map(name -> " " + name + " |").collect(Collectors.joining()),
              classes().map(name -> "---|").collect(Collectors.joining()));

  @Test
  void theTableListsEveryRule() throws IOException {
    String table =
        HEAD
            + AccessPolicy.table().stream()
                .map(AccessPolicyTableTest::row)
                .collect(Collectors.joining());
    if (System.getProperty("kexin.contract.update") != null) {
      Files.writeString(TABLE, table);
    }
    assertThat(TABLE).content().isEqualTo(table);
  }

  private static String row(AccessPolicy.Rule rule) {
    return "| %s | %s | %s |%s%n"
        .formatted(
            rule.role(),
            rule.purpose().text(),
            customers(rule),
            Arrays.stream(AttributeClass.values())
                .map(attribute -> " " + cell(rule.grants().get(attribute)) + " |")
                .collect(Collectors.joining()));
  }

  private static String customers(AccessPolicy.Rule rule) {
    if (rule.role().equals(Roles.CUSTOMER)) {
      return "own record";
    }
    return rule.byDepartment() ? "own department" : "all";
  }

  private static String cell(AccessPolicy.@Nullable Grant grant) {
    if (grant == null) {
      return "hidden";
    }
    String sight = grant.sight().name().toLowerCase(Locale.ROOT);
    String condition = grant.shownWith() == null ? "" : " if `" + grant.shownWith() + "`";
    String unmasking =
        switch (grant.unmasking()) {
          case NEVER -> "";
          case ON_REASON -> "; clear on a reason";
          case ON_REASON_AND_CONSENT ->
              "; clear on a reason if `" + ConsentedUse.SENSITIVE_DATA + "`";
        };
    return sight + condition + unmasking;
  }

  private static Stream<String> classes() {
    return Arrays.stream(AttributeClass.values()).map(it -> it.name().toLowerCase(Locale.ROOT));
  }
}
