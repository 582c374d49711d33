package org.kexin.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.audit.Justification;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * What the present request shows of whom: hands out {@link Look}s and keeps what they showed, for
 * the access record.
 */
@RequestScoped
public class Viewing {

  private final SecurityIdentity identity;
  private final Callers callers;
  private final Consents consents;
  private final Map<AttributeClass, Sight> sameForAll = new EnumMap<>(AttributeClass.class);
  private final Set<UUID> persons = new LinkedHashSet<>();
  private final SortedSet<String> disclosed = new TreeSet<>();
  private final SortedSet<String> masked = new TreeSet<>();
  private @Nullable Caller caller;
  private @Nullable Purpose purpose;
  private boolean glassMayBreak;
  private @Nullable String glassReason;
  private @Nullable Justification justification;
  private String operation = "unknown";
  private String address = "unknown";

  Viewing(SecurityIdentity identity, Callers callers, ConsentRegister register) {
    this.identity = identity;
    this.callers = callers;
    this.consents = new Consents(register);
  }

  /** Who is calling. */
  public Caller caller() {
    if (caller == null) {
      caller = callers.of(identity);
    }
    return caller;
  }

  /**
   * A look at one person's attributes through the policy.
   *
   * @param fields names of the attributes wanted, empty for all
   * @throws ProblemException {@code purpose-required} if no purpose was stated
   */
  public Look at(UUID person, Set<String> fields) {
    persons.add(person);
    statedPurpose();
    return new Look(this, person, fields);
  }

  /**
   * Says whom looks will be taken at, so that what they agreed to is asked for all at once. Costs
   * nothing where no decision depends on consent.
   */
  public void expect(Collection<UUID> all) {
    consents.expect(all);
  }

  /**
   * A look at one person that shows whole classes of attributes in clear, for a reason that is
   * recorded.
   *
   * @param classes all classes that {@code fields} may hold
   * @param reason 10 to 200 characters
   * @throws ProblemException {@code forbidden} if the policy lets the caller unmask not all of the
   *     classes of this person
   */
  public Look unmask(UUID person, Set<String> fields, Set<AttributeClass> classes, String reason) {
    justification = new Justification(Justification.Kind.UNMASKING, reason);
    boolean allowed =
        classes.stream()
            .allMatch(
                attribute ->
                    AccessPolicy.unmasks(
                        caller().roles(), statedPurpose(), attribute, consents.of(person)));
    if (!allowed) {
      throw new ProblemException(
          ProblemCode.FORBIDDEN,
          "Your role may not unmask all of these attributes of this customer for this purpose;"
              + " see docs/access-policy.md.");
    }
    return at(person, fields).unmasking(classes);
  }

  /** Whose customers the caller may know; lists leave out all others. */
  public Reach reach() {
    return Reach.of(caller());
  }

  /**
   * Lets the caller go on to one customer who is within reach, or for whom they break the glass.
   *
   * @param department to which the customer is assigned, null for none
   * @throws ProblemException {@code not-your-customer} if the customer is assigned to another
   *     department than that of a caller who is bound to one, and no reason is given; {@code
   *     parameter-invalid} if the reason cannot be one
   */
  public void demandReach(@Nullable String department) {
    if (reach().covers(department)) {
      return;
    }
    if (!glassMayBreak || glassReason == null) {
      throw new ProblemException(
          ProblemCode.NOT_YOUR_CUSTOMER,
          glassMayBreak
              ? "Send the header Break-Glass-Reason with 10 to 200 characters if you must see this"
                  + " customer of another department now; it is recorded and reviewed."
              : "Ask the department that this customer is assigned to, or a data steward.");
    }
    justification = BreakGlassReason.parse(glassReason);
  }

  /** Whether the policy shows the caller anything at all of this person. */
  public boolean showsAnythingOf(UUID person) {
    for (AttributeClass attribute : AttributeClass.values()) {
      if (sight(person, attribute) != Sight.HIDDEN) {
        return true;
      }
    }
    return false;
  }

  /** Whether the caller sees this class of this person's attributes in clear. */
  public boolean sees(AttributeClass attribute, UUID person) {
    return sight(person, attribute) == Sight.CLEAR;
  }

  /** Notes that the answer is about a person without showing attributes through a look. */
  public void concerns(UUID person) {
    persons.add(person);
  }

  /** Notes attributes of many persons shown in clear by other means than a look. */
  public void shows(String attribute) {
    disclosed.add(attribute);
  }

  /** Whether this is the purpose that the caller stated. */
  public boolean isFor(Purpose asked) {
    return purpose == asked;
  }

  /**
   * Whether the caller sees this class of everybody's attributes in clear for the stated purpose,
   * also of those who agreed to nothing.
   */
  public boolean sees(AttributeClass attribute) {
    return AccessPolicy.decide(caller().roles(), statedPurpose(), attribute, Set.of())
        == Sight.CLEAR;
  }

  /** Whether the caller sees this class in clear at least of those who agreed to every use. */
  public boolean maySee(AttributeClass attribute) {
    return AccessPolicy.decide(
            caller().roles(), statedPurpose(), attribute, EnumSet.allOf(ConsentedUse.class))
        == Sight.CLEAR;
  }

  Sight sight(UUID person, AttributeClass attribute) {
    Sight same = sameForAll.get(attribute);
    if (same != null) {
      return same;
    }
    SortedSet<String> roles = caller().roles();
    Purpose stated = statedPurpose();
    if (AccessPolicy.asksForConsent(roles, stated, attribute)) {
      return AccessPolicy.decide(roles, stated, attribute, consents.of(person));
    }
    Sight decided = AccessPolicy.decide(roles, stated, attribute, Set.of());
    sameForAll.put(attribute, decided);
    return decided;
  }

  void noteDisclosed(String attribute) {
    disclosed.add(attribute);
  }

  void noteMasked(String attribute) {
    masked.add(attribute);
  }

  void state(Purpose stated) {
    purpose = stated;
  }

  /** Lets the glass be broken with that reason, or asks for one. */
  void offerGlass(@Nullable String reason) {
    glassMayBreak = true;
    glassReason = reason;
  }

  @Nullable Justification justification() {
    return justification;
  }

  void called(String calledOperation, String from) {
    operation = calledOperation;
    address = from;
  }

  /** Who calls, and how, for the records of what they change. */
  Actor actor(String requestId) {
    return new Actor(
        caller().userId(),
        caller().clientId(),
        caller().department(),
        caller().roles(),
        purpose == null ? null : purpose.text(),
        operation,
        requestId,
        address);
  }

  @Nullable Purpose purpose() {
    return purpose;
  }

  List<UUID> persons() {
    return new ArrayList<>(persons);
  }

  SortedSet<String> disclosed() {
    return Collections.unmodifiableSortedSet(disclosed);
  }

  SortedSet<String> masked() {
    return Collections.unmodifiableSortedSet(masked);
  }

  private Purpose statedPurpose() {
    if (purpose == null) {
      throw new ProblemException(
          ProblemCode.PURPOSE_REQUIRED, "Send the header Purpose-Of-Use, such as service.");
    }
    return purpose;
  }
}
