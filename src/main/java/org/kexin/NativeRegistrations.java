package org.kexin;

import com.mysql.cj.PerConnectionLRUFactory;
import com.mysql.cj.util.PerVmServerConfigCacheFactory;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;

/**
 * Names what a native executable must contain although Quarkus does not see that it is used.
 *
 * <p>Our own types stand here by name, since most are package-private. {@code
 * NativeRegistrationTest} fails for each one missing, with the lines to add, and for each that no
 * longer exists, so the list is kept by copying and never by thinking. An annotation on each type
 * would say the same in as many places, and algorithms may not carry one.
 */
// Connector/J instantiates both targets by the name in its connection properties (cachePrepStmts,
// cacheServerConfiguration). Without them the executable builds and starts, and its first
// connection fails.
@RegisterForReflection(
    targets = {PerConnectionLRUFactory.class, PerVmServerConfigCacheFactory.class},
    classNames = {
      "org.kexin.access.AccessPolicy$Grant",
      "org.kexin.access.AccessPolicy$Rule",
      "org.kexin.access.AccessPolicy$RuleBuilder",
      "org.kexin.access.Caller",
      "org.kexin.audit.AccessLog$Pending",
      "org.kexin.audit.AccessPage",
      "org.kexin.audit.AccessRecord",
      "org.kexin.audit.AccessView",
      "org.kexin.customer.ContactFacts",
      "org.kexin.customer.ContactFacts$ContactPerson",
      "org.kexin.customer.ContactFacts$Email",
      "org.kexin.customer.ContactFacts$Phone",
      "org.kexin.customer.ContactFacts$PostalAddress",
      "org.kexin.customer.CreditCode",
      "org.kexin.customer.CustomerCode",
      "org.kexin.customer.CustomerPage",
      "org.kexin.customer.CustomerQuery",
      "org.kexin.customer.CustomerRules$Accepted",
      "org.kexin.customer.CustomerRules$Refused",
      "org.kexin.customer.CustomerSearch",
      "org.kexin.customer.CustomerService$Upserted",
      "org.kexin.customer.CustomerView",
      "org.kexin.customer.EmailAddress",
      "org.kexin.customer.Enterprise",
      "org.kexin.customer.ExternalId",
      "org.kexin.customer.ExternalIdRow$Key",
      "org.kexin.customer.IdentityDocument",
      "org.kexin.customer.Individual",
      "org.kexin.customer.Individual$HouseholdMember",
      "org.kexin.customer.NamePart",
      "org.kexin.customer.NewCustomer",
      "org.kexin.customer.PhoneNumber",
      "org.kexin.customer.ResidentId",
      "org.kexin.customer.SearchCriteria",
      "org.kexin.sample.Enterprises$Brand",
      "org.kexin.sample.Enterprises$Trade",
      "org.kexin.sample.PersonName",
      "org.kexin.sample.PersonName$Word",
      "org.kexin.sample.Places$BritishCity",
      "org.kexin.sample.Places$ChineseCity",
      "org.kexin.sample.SampleCustomer",
      "org.kexin.sample.SampleCustomer$Address",
      "org.kexin.sample.SampleCustomer$ContactPerson",
      "org.kexin.sample.SampleCustomer$Email",
      "org.kexin.sample.SampleCustomer$Enterprise",
      "org.kexin.sample.SampleCustomer$ExternalId",
      "org.kexin.sample.SampleCustomer$HouseholdMember",
      "org.kexin.sample.SampleCustomer$IdentityDocument",
      "org.kexin.sample.SampleCustomer$Individual",
      "org.kexin.sample.SampleCustomer$Phone",
      "org.kexin.shared.FieldProblem",
      "org.kexin.shared.Money",
      "org.kexin.shared.Page",
      "org.kexin.shared.Problem",
      "org.kexin.shared.Receipt",
    })
// libphonenumber reads one file per country code from the class path.
@RegisterResources(globs = "com/google/i18n/phonenumbers/data/*")
final class NativeRegistrations {
  private NativeRegistrations() {}
}
