package org.kexin.sample;

import java.util.List;
import java.util.Locale;
import org.kexin.customer.EmailAddress;
import org.kexin.sample.SampleCustomer.Email;

/**
 * E-mail addresses that reach nobody: RFC 2606 keeps these domains, and so everything under them,
 * for examples. The external id stands in each address, so no two customers share one.
 */
final class ExampleMail {

  static final List<String> DOMAINS = List.of("example.com", "example.org", "example.net");

  private ExampleMail() {}

  static Email personal(Draw draw, PersonName name) {
    return new Email(address(name.latin() + '.' + idPart(draw) + '@' + draw.oneOf(DOMAINS)));
  }

  /** A host of the enterprise's own under an example domain. */
  static String host(Draw draw, String brand) {
    return brand + '-' + idPart(draw) + '.' + DOMAINS.getFirst();
  }

  static String address(String spelled) {
    return EmailAddress.parse(spelled).value();
  }

  private static String idPart(Draw draw) {
    return draw.externalId().toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z]", "x");
  }
}
