package org.kexin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every analysis has a page of documentation, and the contract names it. */
class AnalysisPagesTest {

  private static final Path PAGES = Path.of("docs", "analyses");
  private static final Pattern PAGE = Pattern.compile("docs/analyses/([a-z-]+\\.md)");

  /** What is no analysis of its own: runs of any analysis, and projects of analysts. */
  private static final Pattern NO_ANALYSIS = Pattern.compile("/v1/analysis/(runs|projects)(/.*)?");

  /** Algorithms that no operation offers yet. */
  private static final Set<String> WITHOUT_OPERATION =
      Set.of("data-quality-measures.md", "record-linkage.md");

  @Test
  void everyAnalysisNamesAPageThatIsThere() throws IOException {
    Map<String, Set<String>> named = namedPages();
    Set<String> there = pages();
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(named)
        .allSatisfy(
            (operation, pages) -> assertThat(pages).as(operation).isNotEmpty().isSubsetOf(there));
  }

  @Test
  void everyPageIsNamedByAnOperationAndListedInTheIndex() throws IOException {
    String index = Files.readString(Path.of("docs", "analysis.md"));
    Set<String> named = new TreeSet<>(WITHOUT_OPERATION);
    for (String text : texts()) {
      named.addAll(pagesIn(text));
    }
    assertThat(pages()).isEqualTo(named).allSatisfy(page -> assertThat(index).contains(page));
  }

  @Test
  void everyPageAnswersTheSameQuestions() throws IOException {
    for (String page : pages()) {
      assertThat(Files.readString(PAGES.resolve(page)))
          .as(page)
          .contains("**Question")
          .containsIgnoringCase("source")
          .contains("**Worked example")
          .contains("**When not to use");
    }
  }

  private static Set<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Map<String, Set<String>> namedPages() throws IOException {
    Map<String, Set<String>> named = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : contract().get("paths").properties()) {
      if (path.getKey().startsWith("/v1/analysis/")
          && !NO_ANALYSIS.matcher(path.getKey()).matches()) {
        path.getValue()
            .findValuesAsText("description")
            .forEach(
                text ->
                    named
                        .computeIfAbsent(path.getKey(), unseen -> new TreeSet<>())
                        .addAll(pagesIn(text)));
      }
    }
    return named;
  }

  private static List<String> texts() throws IOException {
    return contract().findValuesAsText("description");
  }

  private static Set<String> pagesIn(String text) {
    return PAGE.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
  }

  private static JsonNode contract() throws IOException {
    return new YAMLMapper().readTree(Path.of("openapi", "kexin.yaml").toFile());
  }
}
