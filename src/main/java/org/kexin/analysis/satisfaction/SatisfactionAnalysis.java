package org.kexin.analysis.satisfaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Asked;
import org.kexin.analysis.Effort;
import org.kexin.analysis.LongAnalysis;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.satisfaction.SatisfactionTrend;
import org.kexin.analysis.algorithm.satisfaction.ScoreChange;
import org.kexin.analysis.satisfaction.SatisfactionQuestion.Audience;
import org.kexin.shared.Clock;
import org.kexin.shared.ProblemException;
import org.kexin.survey.AskedQuestions;
import org.kexin.survey.OpinionReader;

/** NPS, CSAT or CES of submitted answers. */
@ApplicationScoped
class SatisfactionAnalysis implements LongAnalysis<SatisfactionQuestion> {

  static final double LEVEL = .95;

  private static final Reason OPEN_BLOCK =
      new Reason("OPEN_BLOCK", "Answers of the last days, until there are enough of them.");

  private final OpinionReader reader;
  private final Answering answering;
  private final Clock clock;

  SatisfactionAnalysis(OpinionReader reader, Answering answering, Clock clock) {
    this.reader = reader;
    this.answering = answering;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "satisfaction";
  }

  @Override
  public SatisfactionQuestion question(Asked asked) {
    return SatisfactionQuestion.of(SatisfactionParameters.of(asked));
  }

  /** For the present caller. */
  SatisfactionView answer(SatisfactionQuestion question) {
    return answer(question, answering.groups(), answering.effort());
  }

  @Override
  public SatisfactionView answer(
      SatisfactionQuestion question, SmallGroups allowed, Effort effort) {
    List<AskedQuestions> asked =
        reader.asking(question.questionType()).stream().filter(question::takes).toList();
    if (question.survey() != null && asked.isEmpty()) {
      throw ProblemException.notFound();
    }
    // What colleagues said is for nobody to be looked up, whatever the role.
    boolean staff =
        question.audience() == Audience.STAFF || asked.stream().anyMatch(AskedQuestions::ofStaff);
    SmallGroups groups = staff ? answering.groups(false) : allowed;
    Instant asOf = Objects.requireNonNullElseGet(question.asOf(), clock::now);
    LocalDate open = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    Opinions opinions = answering.compute(effort, () -> read(question, asked, open, groups));
    SatisfactionTrend trend = opinions.trend(open.minusDays(1), LEVEL);
    return SatisfactionViews.view(
        about(question, staff, open, opinions, groups), opinions, trend, groups);
  }

  private Opinions read(
      SatisfactionQuestion question,
      List<AskedQuestions> asked,
      LocalDate open,
      SmallGroups groups) {
    Opinions opinions = new Opinions(question);
    for (AskedQuestions questions : asked) {
      opinions.begin(questions);
      AnswerBlocks blocks =
          new AnswerBlocks(
              groups.individualsAllowed() ? 1 : groups.smallestGroup(),
              block -> opinions.add(questions, block));
      reader.stream(questions, open, blocks::add);
      opinions.leave(blocks.finish());
    }
    return opinions;
  }

  private static About about(
      SatisfactionQuestion question,
      boolean staff,
      LocalDate open,
      Opinions opinions,
      SmallGroups groups) {
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("kind", question.kind().name().toLowerCase(Locale.ROOT));
    parameters.put("audience", staff ? "STAFF" : "CUSTOMERS");
    parameters.put("level", String.valueOf(LEVEL));
    parameters.put("zone", "UTC");
    if (question.survey() != null) {
      parameters.put("surveyId", question.survey().toString());
    }
    if (question.product() != null) {
      parameters.put("productId", question.product().toString());
    }
    if (question.service() != null) {
      parameters.put("service", question.service());
    }
    if (!groups.individualsAllowed()) {
      parameters.put("smallestGroup", String.valueOf(groups.smallestGroup()));
    }
    List<LeftOut> leftOut = new ArrayList<>(opinions.all().leftOut());
    leftOut.addAll(
        new LeftOut.Entries()
            .add(SatisfactionTrend.OUTSIDE_WINDOW, opinions.outside())
            .add(OPEN_BLOCK, opinions.waiting())
            .toList());
    return new About(
        question.kind().method() + "; " + ScoreChange.METHOD,
        "1",
        parameters,
        new About.Window(question.from(), question.to()),
        open.atStartOfDay(ZoneOffset.UTC).toInstant(),
        null,
        opinions.all().n(),
        leftOut.stream().map(it -> About.Omission.of(it, groups)).toList());
  }
}
