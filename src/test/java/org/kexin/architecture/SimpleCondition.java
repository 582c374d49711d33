package org.kexin.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** A condition on one class that is either met or not. */
final class SimpleCondition extends ArchCondition<JavaClass> {

  private final Predicate<JavaClass> met;

  private SimpleCondition(String description, Predicate<JavaClass> met) {
    super(description);
    this.met = met;
  }

  static SimpleCondition of(String description, Predicate<JavaClass> met) {
    return new SimpleCondition(description, met);
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    events.add(
        new SimpleConditionEvent(
            type, met.test(type), type.getName() + " should " + getDescription()));
  }
}
