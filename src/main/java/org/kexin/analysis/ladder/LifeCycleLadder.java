package org.kexin.analysis.ladder;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.SmallGroups;
import org.kexin.lifecycle.LifeCycleStage;
import org.kexin.lifecycle.LifeCycleStream;
import org.kexin.shared.ProblemException;

/**
 * How many customers stand on each stage, and moves between stages. Not among the analyses that run
 * in the background: what is known of who objects later is forgotten, so an earlier answer cannot
 * be asked for again.
 */
@ApplicationScoped
class LifeCycleLadder {

  private static final Answering.Method METHOD =
      new Answering.Method("Counts by stage of the policy in force, and of its changes", "1");

  private final LifeCycleStream stories;
  private final Answering answering;

  LifeCycleLadder(LifeCycleStream stories, Answering answering) {
    this.stories = stories;
    this.answering = answering;
  }

  /**
   * The ladder for the present caller.
   *
   * @throws ProblemException {@code parameter-invalid} if the days asked for cannot be
   */
  LadderView answer(LadderParameters asked) {
    SmallGroups groups = answering.groups();
    Instant moment = answering.present(groups);
    MoveWindow window =
        groups.individualsAllowed()
            ? MoveWindow.of(asked, answering.today())
            : MoveWindow.ofMonth(asked, LocalDate.ofInstant(moment, answering.zone()));
    LadderTally tally =
        answering.compute(
            answering.effort(),
            () -> {
              var counted = new LadderTally(window, moment, answering.zone());
              stories.read(counted::add);
              return counted;
            });
    About about =
        answering.about(
            METHOD,
            new About.Window(window.from(), window.to()),
            Map.of(),
            groups.individualsAllowed() ? tally.newest() : moment,
            groups.show(tally.customers(), tally.customers()),
            groups);
    return new LadderView(
        about,
        groups.show(tally.customers(), tally.customers()),
        rungs(tally, groups),
        moves(tally, groups));
  }

  private static List<LadderView.LadderStage> rungs(LadderTally tally, SmallGroups groups) {
    List<LifeCycleStage> stages = List.of(LifeCycleStage.values());
    List<Boolean> shown = groups.shown(stages, tally::on);
    List<LadderView.LadderStage> rungs = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      long customers = tally.on(stages.get(i));
      boolean counted = shown.get(i) && tally.customers() > 0;
      rungs.add(
          new LadderView.LadderStage(
              stages.get(i),
              shown.get(i) ? customers : null,
              counted ? (double) customers / tally.customers() : null));
    }
    return rungs;
  }

  private static List<LadderView.LadderMoves> moves(LadderTally tally, SmallGroups groups) {
    List<Map.Entry<LadderTally.Step, LadderTally.Count>> steps =
        tally.steps().entrySet().stream()
            .sorted(
                Map.Entry.comparingByKey(
                    Comparator.comparing(LadderTally.Step::from)
                        .thenComparing(LadderTally.Step::to)))
            .toList();
    List<Boolean> shown = groups.shown(steps, step -> step.getValue().customers());
    List<LadderView.LadderMoves> moves = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      LadderTally.Step step = steps.get(i).getKey();
      LadderTally.Count count = steps.get(i).getValue();
      moves.add(
          new LadderView.LadderMoves(
              step.from(),
              step.to(),
              shown.get(i) ? count.moves() : null,
              shown.get(i) ? count.customers() : null));
    }
    return moves;
  }
}
