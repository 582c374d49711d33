package org.kexin.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.kexin.access.Discloses;
import org.kexin.access.NoPersonalData;

/** Carry exactly one of {@link Discloses} and {@link NoPersonalData}. */
final class ClassifyOnce extends ArchCondition<JavaMethod> {

  ClassifyOnce() {
    super("carry exactly one of @Discloses and @NoPersonalData");
  }

  @Override
  public void check(JavaMethod method, ConditionEvents events) {
    boolean once =
        method.isAnnotatedWith(Discloses.class) != method.isAnnotatedWith(NoPersonalData.class);
    events.add(
        new SimpleConditionEvent(
            method, once, method.getFullName() + " should " + getDescription()));
  }
}
