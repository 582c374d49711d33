package org.kexin.contract;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kexin.contract.OwnedRecords.Whose;
import org.kexin.testing.Api;
import org.kexin.testing.Promotions;
import org.kexin.testing.Runs;

/** Analyses, also in the background: of those one with a result by each role is enough. */
final class AnalysisSamples implements FeatureSamples {

  private static final Map<String, String> COMPLETED = new ConcurrentHashMap<>();

  @Override
  public Map<String, Supplier<Object>> bodies() {
    return Map.of(
        "startAnalysisRun",
        Runs::aRun,
        "compareArms",
        AnalysisSamples::twoArms,
        "drawControlChart",
        () ->
            Map.of(
                "chart",
                "C",
                "points",
                List.of(Map.of("label", "1", "count", 3), Map.of("label", "2", "count", 5))),
        "forecastSeries",
        () ->
            Map.of(
                "values", List.of(3, 1, 4, 1, 5, 9, 2, 6),
                "period", "QUARTER",
                "firstDay", "2024-01-01"));
  }

  @Override
  public Map<String, Supplier<Map<String, String>>> paths() {
    return Map.of(
        "/v1/analysis/runs/{id}/result", () -> Map.of("id", completed(Api.ANALYST)),
        "/v1/analysis/runs/{id}/progress", () -> Map.of("id", completed(Api.ANALYST)),
        "/v1/analysis/promotions/{id}/effect", () -> Map.of("id", promoted()));
  }

  @Override
  public Map<String, String> queries() {
    return Map.of("getRetentionEconomics", "marginPercent=40");
  }

  @Override
  public Map<String, Function<ContractCall, Response>> collisions() {
    return Map.of(
        "getAnalysisRunResult",
        call -> call.at(Runs.refused(Api.ANALYST)).send(),
        "getPromotionEffect",
        call -> call.at(Promotions.drafted(Promotions.aPromotion())).send());
  }

  @Override
  public Map<String, Probe> probes() {
    return Map.of(
        "listAnalysisRuns",
        (call, role, whose) ->
            Probes.row(call.asking("pageSize=200"), "items", "id", run(role, whose)));
  }

  @Override
  public Map<String, OwnRecord> records() {
    return Map.of("/v1/analysis/runs/{id}", AnalysisSamples::run);
  }

  @Override
  public Map<String, Function<ContractCall, ContractCall>> showing() {
    return Map.of("getAnalysisRunResult", call -> call.at(completed(String.valueOf(call.role()))));
  }

  @Override
  public Set<String> namesNobody() {
    return Set.of(
        "startAnalysisRun",
        "getAnalysisRunResult",
        "analyseComplaints",
        "getPromotionEffect",
        "getSatisfaction",
        "getForecasts",
        "getLifeCycleLadder",
        "getProductStatistics",
        "getCohorts",
        "getRetentionEconomics",
        "getAssociations",
        "getProductSimilarities",
        "getNeeds");
  }

  @Override
  public Set<String> changesNoPerson() {
    return Set.of("startAnalysisRun", "cancelAnalysisRun");
  }

  private static Object twoArms() {
    return Map.of(
        "arms",
        List.of(
            Map.of("name", "A", "n", 100, "conversions", 30),
            Map.of("name", "B", "n", 100, "conversions", 20, "control", true)));
  }

  /** A promotion that runs; one is enough for all calls. */
  private static String promoted() {
    return COMPLETED.computeIfAbsent(
        "promotion", once -> Promotions.running(Promotions.aPromotion()));
  }

  private static String run(String role, Whose whose) {
    boolean byOfficer = role.equals(Api.PRIVACY_OFFICER) == (whose == Whose.OWN);
    boolean own = whose == Whose.OWN && Runs.MAY_START.contains(role);
    return completed(own ? role : byOfficer ? Api.PRIVACY_OFFICER : Api.ANALYST);
  }

  private static String completed(String role) {
    return COMPLETED.computeIfAbsent(role, starter -> Runs.completed(starter, Runs.aRun()));
  }
}
