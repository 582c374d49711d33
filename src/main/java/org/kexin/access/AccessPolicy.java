package org.kexin.access;

import static org.kexin.access.AttributeClass.BEHAVIOUR;
import static org.kexin.access.AttributeClass.CONTACT;
import static org.kexin.access.AttributeClass.FINANCIAL;
import static org.kexin.access.AttributeClass.IDENTITY;
import static org.kexin.access.AttributeClass.PROFILE;
import static org.kexin.access.AttributeClass.SENSITIVE;
import static org.kexin.access.ConsentedUse.MARKETING;
import static org.kexin.access.ConsentedUse.PARTNER_SHARING;
import static org.kexin.access.ConsentedUse.PROFILING;
import static org.kexin.access.ConsentedUse.SENSITIVE_DATA;
import static org.kexin.access.Sight.CLEAR;
import static org.kexin.access.Sight.HIDDEN;
import static org.kexin.access.Sight.MASKED;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one table that decides what a caller sees: role × purpose × consent × attribute class →
 * {@link Sight}, and whether a masked class may be unmasked.
 *
 * <p>What no rule grants is hidden. Where several rules apply, the most permissive wins: a person
 * with two roles can do what either may do. Contact, financial and sensitive facts are masked even
 * for those who work with them, until they say for one customer why they need them.
 */
public final class AccessPolicy {

  /**
   * One line of the table.
   *
   * @param byDepartment whether the role is bound to the customers of its own department
   * @param grants what is shown; a class that is missing is hidden
   */
  public record Rule(
      String role, Purpose purpose, boolean byDepartment, Map<AttributeClass, Grant> grants) {

    /** Copies the grants. */
    public Rule {
      grants = Collections.unmodifiableMap(new EnumMap<>(grants));
    }
  }

  /**
   * What a rule grants of one class.
   *
   * @param shownWith the consent without which the class is hidden; null if none is needed
   * @param unmasking whether it is shown in clear to who gives a reason
   */
  public record Grant(Sight sight, @Nullable ConsentedUse shownWith, Unmasking unmasking) {

    private Sight sight(Set<ConsentedUse> given) {
      return shownWith == null || given.contains(shownWith) ? sight : HIDDEN;
    }

    private boolean isUnmasked(Set<ConsentedUse> given) {
      return switch (unmasking) {
        case NEVER -> false;
        case ON_REASON -> true;
        case ON_REASON_AND_CONSENT -> given.contains(SENSITIVE_DATA);
      };
    }
  }

  /** Whether a masked class may be shown in clear to who gives a reason for one customer. */
  public enum Unmasking {
    NEVER,
    ON_REASON,
    /** Only of persons who agreed to {@link ConsentedUse#SENSITIVE_DATA}. */
    ON_REASON_AND_CONSENT
  }

  private static final Set<ConsentedUse> EVERY_USE =
      Collections.unmodifiableSet(EnumSet.allOf(ConsentedUse.class));

  private static final List<Rule> TABLE =
      List.of(
          rule(
              Roles.SERVICE_AGENT,
              Purpose.SERVICE,
              true,
              shown(CLEAR, IDENTITY, BEHAVIOUR),
              unmaskable(CONTACT, FINANCIAL, PROFILE),
              unmaskableWithConsent(MASKED, SENSITIVE)),
          rule(
              Roles.SALES,
              Purpose.SALES,
              true,
              shown(CLEAR, IDENTITY, PROFILE, BEHAVIOUR),
              unmaskable(CONTACT, FINANCIAL),
              unmaskableWithConsent(HIDDEN, SENSITIVE)),
          rule(
              Roles.MARKETING,
              Purpose.MARKETING,
              false,
              shown(MASKED, IDENTITY),
              shownWith(MARKETING, MASKED, CONTACT),
              shownWith(PROFILING, CLEAR, PROFILE, BEHAVIOUR)),
          // Masked: under a pseudonym, of who is one of many. Sums need no rule.
          rule(Roles.ANALYST, Purpose.ANALYSIS, false, shown(MASKED, BEHAVIOUR)),
          rule(
              Roles.DATA_STEWARD,
              Purpose.QUALITY,
              false,
              shown(CLEAR, IDENTITY, PROFILE, BEHAVIOUR),
              unmaskable(CONTACT, FINANCIAL),
              unmaskableWithConsent(MASKED, SENSITIVE)),
          // The law, not consent, is why the officer may look: requests and complaints of persons.
          rule(
              Roles.PRIVACY_OFFICER,
              Purpose.COMPLIANCE,
              false,
              shown(CLEAR, IDENTITY, PROFILE, BEHAVIOUR),
              unmaskable(CONTACT, FINANCIAL, SENSITIVE)),
          rule(
              Roles.PARTNER,
              Purpose.SERVICE,
              false,
              shownWith(PARTNER_SHARING, MASKED, IDENTITY, CONTACT)),
          rule(
              Roles.CUSTOMER,
              Purpose.SELF,
              false,
              shown(CLEAR, IDENTITY, CONTACT, PROFILE, BEHAVIOUR),
              shown(MASKED, FINANCIAL, SENSITIVE)));

  private AccessPolicy() {}

  /**
   * What somebody with these roles sees of a class for this purpose.
   *
   * @param given the uses to which the person looked at agrees
   */
  public static Sight decide(
      Collection<String> roles,
      Purpose purpose,
      AttributeClass attribute,
      Set<ConsentedUse> given) {
    Sight best = HIDDEN;
    for (Rule rule : TABLE) {
      Grant grant = granted(rule, roles, purpose, attribute);
      if (grant != null && grant.sight(given).compareTo(best) > 0) {
        best = grant.sight(given);
      }
    }
    return best;
  }

  /** Whether the decision is another one for persons who agreed to something. */
  public static boolean asksForConsent(
      Collection<String> roles, Purpose purpose, AttributeClass attribute) {
    return decide(roles, purpose, attribute, Set.of())
        != decide(roles, purpose, attribute, EVERY_USE);
  }

  /**
   * Whether somebody with these roles may see a class in clear for this purpose, once they say why.
   *
   * @param given the uses to which the person looked at agrees
   */
  public static boolean unmasks(
      Collection<String> roles,
      Purpose purpose,
      AttributeClass attribute,
      Set<ConsentedUse> given) {
    return decide(roles, purpose, attribute, given) == CLEAR
        || TABLE.stream()
            .map(rule -> granted(rule, roles, purpose, attribute))
            .anyMatch(grant -> grant != null && grant.isUnmasked(given));
  }

  /** Whether any of these roles may look at personal data at all for this purpose. */
  public static boolean serves(Collection<String> roles, Purpose purpose) {
    return TABLE.stream().anyMatch(rule -> rule.purpose() == purpose && holds(rule, roles));
  }

  /**
   * Whether somebody with these roles is bound to the customers of their own department. Asked
   * without a purpose, since changes state none: whoever may see all customers for one purpose is
   * not kept from them by a second role, but a role that sees less, such as marketing, frees
   * nobody.
   */
  public static boolean boundToDepartment(Collection<String> roles) {
    boolean bound = TABLE.stream().anyMatch(rule -> rule.byDepartment() && holds(rule, roles));
    return bound && Collections.disjoint(roles, Roles.ACROSS_DEPARTMENTS);
  }

  /** The table, for the documentation and its test. */
  public static List<Rule> table() {
    return TABLE;
  }

  private static @Nullable Grant granted(
      Rule rule, Collection<String> roles, Purpose purpose, AttributeClass attribute) {
    return rule.purpose() == purpose && holds(rule, roles) ? rule.grants().get(attribute) : null;
  }

  private static boolean holds(Rule rule, Collection<String> roles) {
    return roles.contains(rule.role());
  }

  @SafeVarargs
  private static Rule rule(
      String role,
      Purpose purpose,
      boolean byDepartment,
      Map.Entry<Grant, List<AttributeClass>>... granted) {
    Map<AttributeClass, Grant> grants = new EnumMap<>(AttributeClass.class);
    for (Map.Entry<Grant, List<AttributeClass>> entry : granted) {
      entry.getValue().forEach(attribute -> grants.put(attribute, entry.getKey()));
    }
    return new Rule(role, purpose, byDepartment, grants);
  }

  private static Map.Entry<Grant, List<AttributeClass>> shown(
      Sight sight, AttributeClass... attributes) {
    return entry(new Grant(sight, null, Unmasking.NEVER), attributes);
  }

  private static Map.Entry<Grant, List<AttributeClass>> shownWith(
      ConsentedUse consent, Sight sight, AttributeClass... attributes) {
    return entry(new Grant(sight, consent, Unmasking.NEVER), attributes);
  }

  private static Map.Entry<Grant, List<AttributeClass>> unmaskable(AttributeClass... attributes) {
    return entry(new Grant(MASKED, null, Unmasking.ON_REASON), attributes);
  }

  private static Map.Entry<Grant, List<AttributeClass>> unmaskableWithConsent(
      Sight otherwise, AttributeClass... attributes) {
    return entry(new Grant(otherwise, null, Unmasking.ON_REASON_AND_CONSENT), attributes);
  }

  private static Map.Entry<Grant, List<AttributeClass>> entry(
      Grant grant, AttributeClass... attributes) {
    return Map.entry(grant, Arrays.asList(attributes));
  }
}
