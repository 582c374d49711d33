package org.kexin.analysis.grading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Bought;
import org.kexin.analysis.CustomerPass;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Rfm;
import org.kexin.analysis.algorithm.RfmResult;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.analysis.algorithm.SegmentTable;
import org.kexin.analysis.algorithm.grading.FourFifths;
import org.kexin.analysis.algorithm.grading.Grade;
import org.kexin.analysis.algorithm.grading.Grading;
import org.kexin.analysis.algorithm.grading.GradingTerms;
import org.kexin.customer.CustomerFact;
import org.kexin.customer.Kind;
import org.kexin.loyalty.MembershipReader.Standing;

/**
 * Grades all customers of one kind in one pass: keeps the RFM columns of who bought and the groups
 * they belong to, four bytes for each, and where the policy asks for it what their memberships come
 * to. Not thread-safe.
 */
final class GradeTally implements CustomerPass.Visitor {

  private static final int DECADE = 10;
  private static final int OLDEST = 130;
  private static final String UNKNOWN = "UNKNOWN";

  private final Kind kind;
  private final GradingTerms terms;
  private final Set<UUID> objecting;
  private final MembershipFacts.Beside memberships;
  private final LocalDate referenceDate;
  private final Rfm.Accumulator<UUID> rfm;
  private final List<Profile> profiles = new ArrayList<>();
  private final Map<Profile, Integer> numbers = new HashMap<>();
  private final IntStream.Builder ofBuyers = IntStream.builder();

  /** Of who bought, in the same order; null without a membership. */
  private final List<@Nullable Standing> members = new ArrayList<>();

  private final Map<Profile, Map<Grade, Long>> counts = new TreeMap<>(Profile.BY_NAME);
  private @Nullable UUID lastBuyer;
  private long buyers;
  private long objected;

  GradeTally(
      Kind kind,
      GradingTerms terms,
      Set<UUID> objecting,
      MembershipFacts.Beside memberships,
      LocalDate referenceDate) {
    this.kind = kind;
    this.terms = terms;
    this.objecting = objecting;
    this.memberships = memberships;
    this.referenceDate = referenceDate;
    this.rfm =
        new Rfm.Accumulator<>(
            CustomerOrder.ofUuids(),
            new Rfm.Parameters(
                Rfm.Method.RFM_PACKAGE, null, referenceDate, SegmentTable.ofRfmPackage()));
  }

  /** The groups that somebody belongs to; no policy grades by them. */
  private record Profile(String source, String gender, String age) {

    static final Comparator<Profile> BY_NAME =
        Comparator.comparing(Profile::source)
            .thenComparing(Profile::gender)
            .thenComparing(Profile::age);

    static Profile of(CustomerFact customer, int year) {
      Integer born = customer.birthYear();
      int age = born == null ? -1 : year - born;
      String gender = customer.gender();
      return new Profile(
          customer.source().name(),
          gender == null ? UNKNOWN : gender,
          (age < 0 || age > OLDEST) ? UNKNOWN : "%d-%d".formatted(decade(age), decade(age) + 9));
    }

    private static int decade(int age) {
      return age / DECADE * DECADE;
    }
  }

  /** What a pass led to. */
  record Graded(
      Map<Grade, Long> grades,
      RfmResult<UUID> rfm,
      Map<String, FourFifths> fairness,
      long customers,
      long buyers,
      long objected) {}

  private boolean isGraded(CustomerFact customer) {
    return customer.kind() == kind && !objecting.contains(customer.id());
  }

  @Override
  public void sale(CustomerFact customer, Sale<UUID> sale) {
    // A period made of whole blocks may end later than the day of the judgement.
    boolean counts = sale.amount().signum() >= 0 && !sale.day().isAfter(referenceDate);
    if (counts && isGraded(customer)) {
      rfm.add(sale);
      lastBuyer = customer.id();
    }
  }

  @Override
  public void customer(CustomerFact customer, Bought bought) {
    if (!isGraded(customer)) {
      objected += customer.kind() == kind ? 1 : 0;
      return;
    }
    Profile profile = Profile.of(customer, referenceDate.getYear());
    Standing member = memberships.of(customer.id());
    if (!customer.id().equals(lastBuyer)) {
      count(profile, Grading.of(terms, GradeFacts.with(GradeFacts.NOTHING_BOUGHT, member)).grade());
    } else {
      buyers++;
      members.add(member);
      ofBuyers.add(
          numbers.computeIfAbsent(
              profile,
              fresh -> {
                profiles.add(fresh);
                return profiles.size() - 1;
              }));
    }
  }

  private void count(Profile profile, Grade grade) {
    counts
        .computeIfAbsent(profile, unseen -> new EnumMap<>(Grade.class))
        .merge(grade, 1L, Long::sum);
  }

  /**
   * Grades who bought, now that the scores are known.
   *
   * @param smallest customers that a group must have to be compared
   */
  Graded finish(int smallest) {
    RfmResult<UUID> scored = rfm.finish();
    int[] profileOf = ofBuyers.build().toArray();
    for (int i = 0; i < profileOf.length; i++) {
      count(
          profiles.get(profileOf[i]),
          Grading.of(terms, GradeFacts.with(GradeFacts.of(scored.scores().get(i)), members.get(i)))
              .grade());
    }
    Map<Grade, Long> grades = new EnumMap<>(Grade.class);
    counts.values().forEach(of -> of.forEach((grade, n) -> grades.merge(grade, n, Long::sum)));
    Map<String, FourFifths> fairness = new TreeMap<>();
    fairness.put("SOURCE", fairness(Profile::source, smallest));
    if (kind == Kind.INDIVIDUAL) {
      fairness.put("GENDER", fairness(Profile::gender, smallest));
      fairness.put("AGE", fairness(Profile::age, smallest));
    }
    long customers = grades.values().stream().mapToLong(Long::longValue).sum();
    return new Graded(grades, scored, fairness, customers, buyers, objected);
  }

  private FourFifths fairness(Function<Profile, String> attribute, int smallest) {
    Map<String, long[]> groups = new TreeMap<>();
    counts.forEach(
        (profile, of) ->
            of.forEach(
                (grade, n) -> {
                  long[] sums =
                      groups.computeIfAbsent(attribute.apply(profile), unseen -> new long[2]);
                  sums[0] += n;
                  sums[1] += grade == Grade.ORDINARY ? 0 : n;
                }));
    return FourFifths.of(
        groups.entrySet().stream()
            .map(it -> new FourFifths.Group(it.getKey(), it.getValue()[0], it.getValue()[1]))
            .toList(),
        smallest);
  }
}
