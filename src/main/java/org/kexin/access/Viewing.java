package org.kexin.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  private final Set<UUID> persons = new LinkedHashSet<>();
  private final SortedSet<String> disclosed = new TreeSet<>();
  private final SortedSet<String> masked = new TreeSet<>();
  private @Nullable Caller caller;
  private @Nullable Purpose purpose;
  private String operation = "unknown";
  private String address = "unknown";

  Viewing(SecurityIdentity identity, Callers callers) {
    this.identity = identity;
    this.callers = callers;
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
    return new Look(this, statedPurpose(), fields);
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

  /** Whether the caller sees this class of attributes in clear for the stated purpose. */
  public boolean sees(AttributeClass attribute) {
    return sight(statedPurpose(), attribute) == Sight.CLEAR;
  }

  Sight sight(Purpose forPurpose, AttributeClass attribute) {
    return AccessPolicy.decide(caller().roles(), forPurpose, attribute);
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
