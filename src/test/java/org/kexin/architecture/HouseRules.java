package org.kexin.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.ws.rs.HttpMethod;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.kexin.access.NoPersonalData;

/**
 * The shape of the code as executable rules, by name. That each can fail, and does so when it is
 * given nothing to check, is shown by {@link ArchitectureTest}.
 */
final class HouseRules {

  /** Order matters: a package may depend on those after it, never on those before. */
  private static final LayerCondition LAYERS =
      new LayerCondition(
          "profile",
          "analysis",
          "sync",
          "exchange",
          "privacy",
          "quality",
          "lifecycle",
          "care",
          "loyalty",
          "survey",
          "complaint",
          "interaction",
          "promotion",
          "aftersales",
          "payment",
          "transaction",
          "customer",
          "consent",
          "access",
          "audit",
          "encryption",
          "shared");

  private static final DescribedPredicate<JavaClass> HTTP_CLASS =
      DescribedPredicate.describe(
          "resources, their parameters, filters and the packages that make the border",
          type ->
              outermost(type).getSimpleName().matches(".*(Resource|Parameters|Filter)")
                  || resideInAnyPackage("org.kexin.shared.http..", "org.kexin.contract..")
                      .test(type));

  private static final DescribedPredicate<JavaClass> PERSISTENT =
      DescribedPredicate.describe(
          "entities and what they embed",
          type ->
              type.isAnnotatedWith(Entity.class)
                  || type.isAnnotatedWith(Embeddable.class)
                  || type.isAnnotatedWith(MappedSuperclass.class));

  private static final DescribedPredicate<JavaMethod> RESOURCE_METHOD =
      DescribedPredicate.describe(
          "resource methods",
          method ->
              method.getAnnotations().stream()
                  .map(JavaAnnotation::getRawType)
                  .anyMatch(annotation -> annotation.isAnnotatedWith(HttpMethod.class)));

  /** Names that say nothing about what a class is for. */
  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Impl|Utils?|Helpers?|Managers?|Data|Infos?)");

  private HouseRules() {}

  /** All rules by a short name. */
  static Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "no cycles between features",
        slices().matching("org.kexin.(*)..").should().beFreeOfCycles());
    rules.put("arrows only downwards", classes().should(LAYERS));
    rules.put(
        "shared knows no feature",
        classes()
            .that()
            .resideInAPackage("org.kexin.shared..")
            .should()
            .onlyDependOnClassesThat(
                are(
                    resideInAPackage("org.kexin.shared..")
                        .or(DescribedPredicate.not(resideInAPackage("org.kexin.."))))));
    rules.put(
        "algorithms are pure",
        classes()
            .that()
            .resideInAPackage("..algorithm..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..", "org.hipparchus..", "org.jspecify..", "org.kexin.analysis.algorithm.."));
    rules.put(
        "only the border knows HTTP",
        noClasses()
            .that(are(DescribedPredicate.not(HTTP_CLASS)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy.."));
    rules.put(
        "entities never leave their feature", classes().that(PERSISTENT).should(new StayAtHome()));
    rules.put(
        "time, ids and randomness come from shared",
        noClasses()
            .that()
            .resideOutsideOfPackage("org.kexin.shared..")
            .should(new TakeFromNowhere()));
    rules.put(
        "every resource method names its roles",
        methods()
            .that(are(RESOURCE_METHOD))
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(RolesAllowed.class));
    rules.put(
        "every resource method says once whether it discloses",
        methods().that(are(RESOURCE_METHOD)).should(new ClassifyOnce()));
    rules.put(
        "names say what a class is for",
        classes()
            .that()
            // The domain's own word: whether an answer holds personal data.
            .doNotBelongToAnyOf(NoPersonalData.class)
            .should()
            .haveSimpleName("")
            .orShould(
                SimpleCondition.of(
                    "not be named Impl, Util, Helper, Manager, Data or Info",
                    type -> !EMPTY_NAME.matcher(type.getSimpleName()).matches())));
    rules.put("every package is null-marked", classes().should(new LiveInNullMarkedPackage()));
    return rules;
  }

  static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(HouseRules::outermost).orElse(type);
  }
}
