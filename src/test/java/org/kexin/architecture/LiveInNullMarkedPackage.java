package org.kexin.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Live in a package whose {@code package-info} says {@code @NullMarked}. */
final class LiveInNullMarkedPackage extends ArchCondition<JavaClass> {

  LiveInNullMarkedPackage() {
    super("live in a package that is @NullMarked");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    events.add(
        new SimpleConditionEvent(
            type,
            type.getPackage().isAnnotatedWith(NullMarked.class),
            type.getPackageName() + " has no package-info with @NullMarked"));
  }
}
