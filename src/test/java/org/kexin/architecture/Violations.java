package org.kexin.architecture;

import java.util.List;

/** Code that breaks the house rules, one way at a time. */
final class Violations {

  /**
   * @param rule that is broken
   * @param reported part of what the rule must say
   */
  record Broken(String rule, String reported, List<String> sources) {

    Broken(String rule, String reported, String... sources) {
      this(rule, reported, List.of(sources));
    }

    @Override
    public String toString() {
      return rule + ": " + reported;
    }
  }

  static final List<Broken> ALL =
      List.of(
          new Broken(
              "no cycles between features",
              "Cycle detected",
              "package org.kexin.customer; class Visit { org.kexin.survey.Answer answer; }",
              "package org.kexin.survey; public class Answer { org.kexin.customer.Guest guest; }",
              "package org.kexin.customer; public class Guest {}"),
          new Broken(
              "arrows only downwards",
              "org.kexin.transaction.Purchase",
              "package org.kexin.customer; class Spender { org.kexin.transaction.Purchase last; }",
              "package org.kexin.transaction; public class Purchase {}"),
          new Broken(
              "arrows only downwards",
              "org.kexin.sample.Example",
              "package org.kexin.customer; class Copy { org.kexin.sample.Example of; }",
              "package org.kexin.sample; public class Example {}"),
          new Broken(
              "arrows only downwards",
              "stands in a package that is in no layer",
              "package org.kexin.weather; class Forecast {}"),
          new Broken(
              "shared knows no feature",
              "org.kexin.audit.Trace",
              "package org.kexin.shared; class Counter { org.kexin.audit.Trace trace; }",
              "package org.kexin.audit; public class Trace {}"),
          new Broken(
              "algorithms are pure",
              "org.jboss.logging.Logger",
              "package org.kexin.analysis.algorithm; class Loud { org.jboss.logging.Logger log; }"),
          new Broken(
              "algorithms are pure",
              "org.kexin.shared.Clock",
              "package org.kexin.analysis.algorithm; class Late { org.kexin.shared.Clock clock; }"),
          new Broken(
              "only the border knows HTTP",
              "jakarta.ws.rs.core.Response",
              "package org.kexin.customer; class Rules { jakarta.ws.rs.core.Response answer; }"),
          new Broken(
              "only the border knows HTTP",
              "org.jboss.resteasy.reactive.RestResponse",
              """
              package org.kexin.customer;
              class Answering { org.jboss.resteasy.reactive.RestResponse<String> answer; }
              """),
          new Broken(
              "entities never leave their feature",
              "org.kexin.survey.Sheet is public",
              "package org.kexin.survey; @jakarta.persistence.Entity public class Sheet {}"),
          new Broken(
              "entities never leave their feature",
              "shows org.kexin.survey.Hidden",
              "package org.kexin.survey; @jakarta.persistence.Entity class Hidden {}",
              """
              package org.kexin.survey;
              public class Leak { public java.util.List<Hidden> all() { return java.util.List.of(); } }
              """),
          fromTheMachine("java.time.Instant.now()"),
          fromTheMachine("java.time.LocalDate.now()"),
          fromTheMachine("java.time.Clock.systemUTC()"),
          fromTheMachine("java.util.UUID.randomUUID()"),
          fromTheMachine("System.currentTimeMillis()"),
          fromTheMachine("Math.random()"),
          new Broken(
              "time, ids and randomness come from shared",
              "java.util.Random.<init>()",
              "package org.kexin.survey; class Dice { Object it = new java.util.Random(); }"),
          new Broken(
              "time, ids and randomness come from shared",
              "java.time.Instant.now()",
              """
              package org.kexin.survey;
              class Lazy { java.util.function.Supplier<?> it = java.time.Instant::now; }
              """),
          new Broken(
              "every resource method names its roles",
              "OpenResource.read()",
              """
              package org.kexin.survey;
              class OpenResource { @jakarta.ws.rs.GET public String read() { return ""; } }
              """),
          new Broken(
              "every resource method says once whether it discloses",
              "SilentResource.change()",
              """
              package org.kexin.survey;
              class SilentResource { @jakarta.ws.rs.PATCH public void change() {} }
              """),
          new Broken(
              "every resource method says once whether it discloses",
              "TornResource.read()",
              """
              package org.kexin.survey;
              class TornResource {
                @jakarta.ws.rs.GET
                @org.kexin.access.NoPersonalData
                @org.kexin.access.Discloses({})
                public String read() { return ""; }
              }
              """),
          emptyName("SurveyServiceImpl"),
          emptyName("DateUtil"),
          emptyName("StringUtils"),
          emptyName("ImportHelper"),
          emptyName("TaskManager"),
          emptyName("CustomerData"),
          emptyName("CustomerInfo"),
          new Broken(
              "every package is null-marked",
              "org.kexin.survey has no package-info with @NullMarked",
              "package org.kexin.survey; class Answer {}"),
          new Broken(
              "every package is null-marked",
              "org.kexin.loyalty has no package-info with @NullMarked",
              "package org.kexin.loyalty; class Points {}",
              "/** Without the annotation. */ package org.kexin.loyalty;"));

  /** What must stay possible. */
  static final List<String> ALLOWED =
      List.of(
          "package org.kexin; class Start { org.kexin.sample.Example it; }",
          "package org.kexin.sample; public class Example { org.kexin.customer.Guest of; }",
          "package org.kexin.customer; @jakarta.persistence.Entity class Row {}",
          "package org.kexin.customer; class Rows { public Row first() { return new Row(); } }",
          """
    package org.kexin.customer;
    public class Guest {
      private Row row;
      java.util.Random seeded = new java.util.Random(7);
      long began = System.nanoTime();
      java.time.Instant later(java.time.Instant now) { return now.plusSeconds(1); }
    }
    """);

  private Violations() {}

  private static Broken fromTheMachine(String call) {
    return new Broken(
        "time, ids and randomness come from shared",
        call,
        "package org.kexin.survey; class Taker { Object it = " + call + "; }");
  }

  private static Broken emptyName(String name) {
    return new Broken(
        "names say what a class is for",
        name,
        "package org.kexin.survey; class " + name + " {}",
        "package org.kexin.survey; class Answer {}");
  }
}
