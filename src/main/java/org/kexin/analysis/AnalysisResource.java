package org.kexin.analysis;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.AttributeClass;
import org.kexin.access.Discloses;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;
import org.kexin.shared.http.Drawn;

/** Analyses over HTTP. */
@Path("/v1/analysis")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "analysis", description = "What the facts mean (客户信息分析).")
public class AnalysisResource {

  private static final int DEFAULT_TOP_CUSTOMERS = 10;
  private static final int MAX_TOP_CUSTOMERS = 100;

  private final StatisticsAnalysis statistics;
  private final RfmAnalysis rfm;

  AnalysisResource(StatisticsAnalysis statistics, RfmAnalysis rfm) {
    this.statistics = statistics;
    this.rfm = rfm;
  }

  @GET
  @Path("/statistics")
  @Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "Sales statistics",
      description =
          "Totals, shares of the best customers, ABC classes, Gini and revenue by month (统计分析)."
              + " Roles that may not see individuals get no group of fewer than k customers. For"
              + " marketing, customers who do not agree to profiling are not named. See"
              + " docs/analyses/statistics.md.")
  public StatisticsView getStatistics(
      @BeanParam SalesParameters sales,
      @Parameter(description = "Last day of the period; absent for all to the end.") @RestQuery
          @Nullable LocalDate to,
      @Parameter(
              description =
                  "excluded (the default) or included: whether sales without a customer count in totals and months.",
              schema = @Schema(maxLength = 20, examples = "excluded"))
          @RestQuery
          @Nullable String anonymous,
      @Parameter(
              description = "How many of the best customers are named, 0 to 100; 10 when absent.",
              schema = @Schema(minimum = "0", maximum = "100"))
          @RestQuery
          @Nullable Integer topCustomers,
      @Parameter(
              description =
                  "The same figures for each group (分组): channel, customer-kind, month, quarter or"
                      + " year, 60 groups at most; the whole only when absent. For roles that may not"
                      + " see individuals channels and kinds are those of all sales without returns.",
              schema = @Schema(maxLength = 20, examples = "channel"))
          @RestQuery
          @Nullable String groupBy) {
    StatisticsQuestion question =
        StatisticsQuestion.of(SalesQuery.of(sales, to, anonymous), groupBy);
    int top = topCustomers == null ? DEFAULT_TOP_CUSTOMERS : topCustomers;
    if (top < 0 || top > MAX_TOP_CUSTOMERS) {
      throw ProblemException.parameter("topCustomers", "topCustomers is 0 to 100.");
    }
    return statistics.answer(question, top);
  }

  @GET
  @Path("/rfm")
  @Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "RFM overview",
      description =
          "Thresholds, histograms and segments of recency, frequency and monetary value (RFM 分析);"
              + " the definition stands in the answer. See docs/analyses/rfm.md.")
  public RfmView getRfm(@BeanParam SalesParameters sales, @BeanParam RfmParameters scoring) {
    return rfm.answer(RfmQuestion.of(sales, scoring));
  }

  @GET
  @Path("/rfm/scores")
  @RolesAllowed({Roles.SALES, Roles.MARKETING, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "RFM scores of customers",
      description =
          "Figures, scores and segment of every customer, or of one, a page at a time. For"
              + " marketing, customers who do not agree to profiling are left out and counted, so"
              + " a page may be short and yet have a next one. See docs/analyses/rfm.md.")
  public RfmView.ScorePage listRfmScores(
      @BeanParam SalesParameters sales,
      @BeanParam RfmParameters scoring,
      @Parameter(description = "Only the scores of this customer.") @RestQuery
          @Nullable UUID customerId,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    RfmQuestion question = RfmQuestion.of(sales, scoring);
    PageRequest page = PageRequest.of(pageSize, pageToken, "listRfmScores", question, customerId);
    return rfm.scores(question, customerId, page);
  }
}
