package org.kexin.contract;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kexin.contract.OwnedRecords.Whose;

/**
 * What the tests of the whole contract must know of one feature's operations, by operationId. An
 * operation whose documented example is accepted every time needs nothing here.
 */
interface FeatureSamples {

  /** One for each feature that has something to say. */
  static List<FeatureSamples> all() {
    // One line each, so that features can be added side by side.
    return List.of(
        new AfterSalesSamples(),
        new AnalysisSamples(),
        new AppealSamples(),
        new CareSamples(),
        new ComplaintSamples(),
        new FinanceSamples(),
        new GradingSamples(),
        new InteractionSamples(),
        new LifeCycleSamples(),
        new LoyaltySamples(),
        new ProfileSamples(),
        new PromotionSamples(),
        new SurveySamples(),
        new ValueSamples());
  }

  /** Bodies that must be fresh or refer to something; all others send the documented example. */
  default Map<String, Supplier<Object>> bodies() {
    return Map.of();
  }

  /** Values of path parameters by path; elsewhere {@code {id}} is what a POST one level up made. */
  default Map<String, Supplier<Map<String, String>>> paths() {
    return Map.of();
  }

  /** Headers by operation, such as the version of what the path names. */
  default Map<String, Map<String, String>> headers() {
    return Map.of();
  }

  /** Query strings, where a parameter is needed. */
  default Map<String, String> queries() {
    return Map.of();
  }

  /** Answers that collide with what is there; given is an accepted call. */
  default Map<String, Function<ContractCall, Response>> collisions() {
    return Map.of();
  }

  /** What comes of a call on an own or a foreign record, where that is not named by the path. */
  default Map<String, Probe> probes() {
    return Map.of();
  }

  /** Own and foreign records by the beginning of the paths that name one as {@code {id}}. */
  default Map<String, OwnRecord> records() {
    return Map.of();
  }

  /** Calls whose answer holds somebody, where the accepted one has none. */
  default Map<String, Function<ContractCall, ContractCall>> showing() {
    return Map.of();
  }

  /** Operations whose answers name nobody, although they are made of personal data. */
  default Set<String> namesNobody() {
    return Set.of();
  }

  /** Operations that change nothing that is known of a customer. */
  default Set<String> changesNoPerson() {
    return Set.of();
  }

  /** Makes a call and says what came of it, in a letter of the table. */
  @FunctionalInterface
  interface Probe {
    String outcome(ContractCall call, String role, Whose whose);
  }

  /** Gives the id of a record that is the role's own, or is not. */
  @FunctionalInterface
  interface OwnRecord {
    String id(String role, Whose whose);
  }
}
