package org.kexin.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/**
 * Depend on layers further down only. On top of all layers stand the start and the packages that
 * look at everything and that nothing may look at; the start alone may use the sample.
 */
final class LayerCondition extends ArchCondition<JavaClass> {

  private static final String ROOT = "org.kexin";
  private static final List<String> ON_TOP = List.of("", "contract", "sample");

  private final List<String> layers;

  LayerCondition(String... topDown) {
    super("depend on layers further down only");
    this.layers = List.of(topDown);
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String from = feature(type);
    boolean known = ON_TOP.contains(from) || layers.contains(from);
    events.add(
        new SimpleConditionEvent(
            type, known, type.getName() + " stands in a package that is in no layer"));
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass();
      if (target.getPackageName().startsWith(ROOT)) {
        events.add(
            new SimpleConditionEvent(
                dependency, mayUse(from, feature(target)), dependency.getDescription()));
      }
    }
  }

  private boolean mayUse(String from, String to) {
    if (from.equals(to) || (from.isEmpty() && to.equals("sample"))) {
      return true;
    }
    return layers.contains(to)
        && (ON_TOP.contains(from) || layers.indexOf(from) < layers.indexOf(to));
  }

  /** The first package below the root, empty for the root itself. */
  private static String feature(JavaClass type) {
    String below = type.getPackageName().substring(ROOT.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
  }
}
