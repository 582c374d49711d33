package org.kexin.analysis.algorithm.association;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.kexin.testing.ExampleFiles;

/** Public data sets as baskets. */
final class ExampleBaskets {

  private ExampleBaskets() {}

  /** One month of a grocery shop; the data set Groceries of the R package arules. */
  static BasketSet<String> groceries() {
    return read("baskets/groceries.csv", ",", Function.identity());
  }

  /** A set of the FIMI repository: numbers separated by blanks. */
  static BasketSet<Integer> fimi(String file) {
    return read("baskets/" + file, " ", Integer::valueOf);
  }

  private static <I extends Comparable<I>> BasketSet<I> read(
      String name, String separator, Function<String, I> item) {
    BasketSet.Accumulator<Integer, I> accumulator =
        new BasketSet.Accumulator<>(Comparator.naturalOrder(), Comparator.naturalOrder());
    Pattern separators = Pattern.compile(separator);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(ExampleFiles.open(name), StandardCharsets.UTF_8))) {
      List<String> baskets = lines.lines().filter(line -> !line.isBlank()).toList();
      for (int basket = 0; basket < baskets.size(); basket++) {
        int number = basket;
        separators
            .splitAsStream(baskets.get(basket))
            .map(item)
            .forEach(i -> accumulator.add(number, i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return accumulator.finish();
  }
}
