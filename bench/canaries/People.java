import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws persons, none of whose values was drawn before. */
final class People {

  private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

  private final Set<String> drawn = new HashSet<>();
  private int number;

  List<Person> next(int count) {
    return IntStream.range(0, count).mapToObj(i -> next()).toList();
  }

  private Person next() {
    return new Person(
        number++,
        fresh(() -> hanName()),
        // 145 is no range that can be called, 999999 no region, 62 and nineteen digits no bank's.
        fresh(() -> "145" + digits(8)),
        fresh(() -> "canary." + letters(16) + "@kexin.example"),
        fresh(() -> document()),
        fresh(() -> "6299" + digits(15)));
  }

  private String fresh(Supplier<String> draw) {
    String value = draw.get();
    while (!drawn.add(value)) {
      value = draw.get();
    }
    return value;
  }

  private static String hanName() {
    return RANDOM
        .ints(4, 0x4e00, 0x9000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** GB 11643-1999, with the check character of ISO 7064 MOD 11-2. */
  private static String document() {
    LocalDate birth = LocalDate.of(1930, 1, 1).plusDays(RANDOM.nextInt(27_000));
    String body = "999999" + DateTimeFormatter.BASIC_ISO_DATE.format(birth) + digits(3);
    int remainder = 0;
    for (char digit : body.toCharArray()) {
      remainder = (remainder + digit - '0') * 2 % 11;
    }
    return body + "0123456789X".charAt((12 - remainder) % 11);
  }

  private static String digits(int count) {
    return RANDOM.ints(count, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
  }

  private static String letters(int count) {
    return RANDOM
        .ints(count, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
