package org.kexin.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Be invisible outside the package and stand in no signature that is visible: a public method of a
 * package-private class is not, so repositories may have some.
 */
final class StayAtHome extends ArchCondition<JavaClass> {

  StayAtHome() {
    super("be package-private and in no public signature");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    JavaClass outermost = HouseRules.outermost(type);
    events.add(
        new SimpleConditionEvent(
            type,
            !outermost.getModifiers().contains(JavaModifier.PUBLIC),
            type.getName() + " is public"));
    type.getDirectDependenciesToSelf().stream()
        .map(dependency -> dependency.getOriginClass())
        .distinct()
        .filter(StayAtHome::isPublic)
        .flatMap(user -> user.getCodeUnits().stream())
        .filter(unit -> isVisible(unit) && signature(unit).contains(type))
        .forEach(
            unit ->
                events.add(
                    SimpleConditionEvent.violated(
                        unit, unit.getDescription() + " shows " + type.getName())));
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(StayAtHome::isPublic).orElse(true);
  }

  private static boolean isVisible(JavaCodeUnit unit) {
    return unit.getModifiers().contains(JavaModifier.PUBLIC)
        || unit.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Set<JavaClass> signature(JavaCodeUnit unit) {
    Set<JavaClass> shown =
        unit.getParameterTypes().stream()
            .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream())
            .collect(Collectors.toSet());
    shown.addAll(unit.getReturnType().getAllInvolvedRawTypes());
    shown.removeIf(Objects::isNull);
    return shown;
  }
}
