package org.kexin.access;

import static org.kexin.access.AttributeClass.BEHAVIOUR;
import static org.kexin.access.AttributeClass.CONTACT;
import static org.kexin.access.AttributeClass.FINANCIAL;
import static org.kexin.access.AttributeClass.IDENTITY;
import static org.kexin.access.AttributeClass.PROFILE;
import static org.kexin.access.AttributeClass.SENSITIVE;
import static org.kexin.access.Sight.CLEAR;
import static org.kexin.access.Sight.MASKED;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one table that decides what a caller sees: role × purpose × attribute class → {@link Sight}.
 *
 * <p>What no rule grants is hidden. Where several rules apply, the most permissive wins: a person
 * with two roles can do what either may do. Contact, financial and sensitive facts are masked even
 * for those who work with them.
 */
public final class AccessPolicy {

  /** One line of the table. */
  public record Rule(String role, Set<Purpose> purposes, Map<AttributeClass, Sight> sights) {}

  private static final List<Rule> TABLE =
      List.of(
          rule(Roles.SERVICE_AGENT, Set.of(Purpose.SERVICE))
              .grant(CLEAR, IDENTITY, BEHAVIOUR)
              .grant(MASKED, CONTACT, FINANCIAL, PROFILE, SENSITIVE)
              .end(),
          rule(Roles.SALES, Set.of(Purpose.SALES))
              .grant(CLEAR, IDENTITY, PROFILE, BEHAVIOUR)
              .grant(MASKED, CONTACT, FINANCIAL)
              .end(),
          rule(Roles.MARKETING, Set.of(Purpose.MARKETING))
              .grant(CLEAR, PROFILE, BEHAVIOUR)
              .grant(MASKED, IDENTITY, CONTACT)
              .end(),
          // Aggregates only: the purpose is served, every attribute of a person is hidden.
          rule(Roles.ANALYST, Set.of(Purpose.ANALYSIS)).end(),
          rule(Roles.DATA_STEWARD, Set.of(Purpose.QUALITY))
              .grant(CLEAR, IDENTITY, PROFILE, BEHAVIOUR)
              .grant(MASKED, CONTACT, FINANCIAL, SENSITIVE)
              .end(),
          rule(Roles.PRIVACY_OFFICER, Set.of(Purpose.COMPLIANCE))
              .grant(CLEAR, IDENTITY, PROFILE, BEHAVIOUR)
              .grant(MASKED, CONTACT, FINANCIAL, SENSITIVE)
              .end(),
          rule(Roles.PARTNER, Set.of(Purpose.SERVICE)).grant(MASKED, IDENTITY, CONTACT).end(),
          rule(Roles.CUSTOMER, Set.of(Purpose.SELF))
              .grant(CLEAR, IDENTITY, CONTACT, PROFILE, BEHAVIOUR)
              .grant(MASKED, FINANCIAL, SENSITIVE)
              .end());

  private AccessPolicy() {}

  /** What somebody with these roles sees of a class for this purpose. */
  public static Sight decide(Collection<String> roles, Purpose purpose, AttributeClass attribute) {
    Sight best = Sight.HIDDEN;
    for (Rule rule : TABLE) {
      if (roles.contains(rule.role()) && rule.purposes().contains(purpose)) {
        Sight sight = rule.sights().getOrDefault(attribute, Sight.HIDDEN);
        best = sight.compareTo(best) > 0 ? sight : best;
      }
    }
    return best;
  }

  /** Whether any of these roles may look at personal data at all for this purpose. */
  public static boolean serves(Collection<String> roles, Purpose purpose) {
    return TABLE.stream()
        .anyMatch(rule -> roles.contains(rule.role()) && rule.purposes().contains(purpose));
  }

  /** The table, for the documentation and its test. */
  public static List<Rule> table() {
    return TABLE;
  }

  private static RuleBuilder rule(String role, Set<Purpose> purposes) {
    return new RuleBuilder(role, purposes, new ArrayList<>());
  }

  private record Grant(Sight sight, List<AttributeClass> classes) {}

  private record RuleBuilder(String role, Set<Purpose> purposes, List<Grant> grants) {

    RuleBuilder grant(Sight sight, AttributeClass... classes) {
      grants.add(new Grant(sight, List.of(classes)));
      return this;
    }

    Rule end() {
      Map<AttributeClass, Sight> sights = new EnumMap<>(AttributeClass.class);
      grants.forEach(
          grant -> grant.classes().forEach(attribute -> sights.put(attribute, grant.sight())));
      return new Rule(role, Set.copyOf(purposes), Map.copyOf(sights));
    }
  }
}
