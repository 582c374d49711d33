package org.kexin.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Take the time, an id or a random number from the machine, where no test can replace it. Seeded
 * generators are not random and allowed; so is {@code nanoTime}, which measures and tells no time.
 */
final class TakeFromNowhere extends ArchCondition<JavaClass> {

  private static final Set<Class<?>> MADE_WITHOUT_SEED =
      Set.of(Random.class, SecureRandom.class, SplittableRandom.class, Date.class);

  private static final Set<String> CALLS =
      Set.of(
          "java.util.UUID.randomUUID",
          "java.lang.System.currentTimeMillis",
          "java.lang.Math.random",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of");

  TakeFromNowhere() {
    super("take time, ids or randomness from the machine");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    Stream.<JavaCodeUnitAccess<?>>concat(
            type.getCodeUnitCallsFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
        .forEach(
            call ->
                events.add(
                    new SimpleConditionEvent(
                        call, takes(call.getTarget()), call.getDescription())));
  }

  private static boolean takes(CodeUnitAccessTarget target) {
    return takes(target.getOwner(), target.getName(), target.getRawParameterTypes().isEmpty());
  }

  private static boolean takes(JavaClass owner, String method, boolean withoutArguments) {
    if (owner.getPackageName().equals("java.time")) {
      return method.equals("now") || method.startsWith("system") || method.startsWith("tick");
    }
    if (method.equals("<init>")) {
      return withoutArguments && MADE_WITHOUT_SEED.stream().anyMatch(owner::isEquivalentTo);
    }
    String wholeName = owner.getName() + '.' + method;
    return CALLS.contains(wholeName);
  }
}
