package org.kexin.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import org.hibernate.exception.GenericJDBCException;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kexin.shared.Ids;
import org.kexin.shared.Problem;

class ProblemMappersTest {

  private final ProblemMappers mappers =
      new ProblemMappers(
          new RequestContext(new Ids(new org.kexin.shared.Clock(Clock.systemUTC()))),
          new TokenScheme("Bearer"));

  static SQLException[] passing() {
    return new SQLException[] {
      // As the pool says it when it has lent all connections: without an SQL state.
      new SQLException("Sorry, acquisition timeout!"),
      new SQLTransientConnectionException("lost"),
      // A server that was made read-only, as at a change of the primary.
      new SQLException("Refused", "HY000", 1290),
    };
  }

  static SQLException[] lasting() {
    return new SQLException[] {
      new SQLException("Unknown column", "42S22", 1054), new SQLException("Refused", "HY000", 1142),
    };
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatMayPassIsAnsweredUnavailableAndSaysWhenToComeAgain(SQLException cause) {
    RestResponse<Problem> answer = mappers.failure(new GenericJDBCException("failed", cause));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getEntity().code()).isEqualTo("unavailable");
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void whatWillNotPassIsAFailureOfOurs(SQLException cause) {
    RestResponse<Problem> answer = mappers.failure(new GenericJDBCException("failed", cause));
    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(answer.getEntity().code()).isEqualTo("internal-error");
  }
}
