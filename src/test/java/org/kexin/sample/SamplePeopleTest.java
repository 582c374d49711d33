package org.kexin.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kexin.customer.CreditCode;
import org.kexin.customer.EmailAddress;
import org.kexin.customer.NewCustomer;
import org.kexin.customer.PhoneNumber;
import org.kexin.customer.ResidentId;

/** The sample made from the complete Online Retail set, as it is loaded. */
class SamplePeopleTest {

  private static final Path RETAIL = Path.of("src/main/sample/online_retail_lines.csv.gz");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Strict as the API: a member it does not know fails. */
  private static final ObjectMapper REQUESTS =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
          .build();

  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

  private static byte[] written = {};
  private static List<JsonNode> customers = List.of();

  @TempDir private Path folder;

  @BeforeAll
  static void writeTheSample() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(SamplePeople.write(RETAIL, out)).isEqualTo(4372);
    written = out.toByteArray();
    customers = new String(written, UTF_8).lines().map(SamplePeopleTest::json).toList();
  }

  @Test
  void everyCustomerNumberOfTheRetailSetIsOneCustomer() {
    assertThat(customers).hasSize(4372);
    assertThat(texts("/externalIds/0/value")).hasSize(4372).doesNotHaveDuplicates();
    assertThat(texts("/externalIds/0/value")).contains("14646", "12346", "18287");
    assertThat(texts("/externalIds/0/source")).containsOnly("online-retail");
    assertThat(texts("/source")).hasSize(4372).containsOnly("SYNTHETIC");
  }

  @Test
  void twoRunsWriteTheSameBytesWithALineFeedAfterEachCustomer() throws IOException {
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    SamplePeople.write(RETAIL, again);
    assertThat(again.toByteArray()).isEqualTo(written);
    assertThat(new String(written, UTF_8)).endsWith("}\n").doesNotContain("\n\n");
  }

  @Test
  void aCustomerDoesNotDependOnThoseMadeBefore() throws IOException {
    Path two =
        retail("1,A,,1,2011-01-01 00:00:00,1,14646,X\n2,A,,1,2011-01-01 00:00:00,1,14646,X\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(SamplePeople.write(two, out)).isEqualTo(1);
    assertThat(customers).contains(json(out.toString(UTF_8)));
  }

  @Test
  void aboutOneInEightIsAnEnterpriseAndTheNamesAreMixed() {
    assertThat(ofKind("ENTERPRISE")).hasSizeBetween(450, 600);
    assertThat(ofKind("INDIVIDUAL").size() + ofKind("ENTERPRISE").size()).isEqualTo(4372);
    long chinese =
        ofKind("INDIVIDUAL").stream()
            .filter(
                node -> node.at("/name").asText().codePoints().allMatch(Character::isIdeographic))
            .count();
    assertThat(chinese).isBetween(1700L, 2150L);
  }

  @Test
  void everyTelephoneNumberIsValidOfAReservedRangeAndNobodyElses() {
    List<String> numbers =
        Stream.concat(
                customers.stream().flatMap(node -> all(node.at("/phones"), "/number")),
                customers.stream()
                    .flatMap(node -> all(node.at("/contactPersons"), "/phone/number")))
            .toList();
    assertThat(numbers)
        .hasSizeGreaterThan(4372)
        .allSatisfy(number -> assertThat(new PhoneNumber(number).value()).isEqualTo(number))
        .allMatch(
            number ->
                number.startsWith("+86145")
                    || Places.BRITISH_CITIES.stream()
                        .anyMatch(city -> number.startsWith("+44" + city.dramaPrefix())));
    assertThat(numbers).doesNotHaveDuplicates();
  }

  @Test
  void everyDramaRangeIsKnownToTheNumberingPlanAndTheCityIsThatOfTheNumber() {
    assertThat(Places.BRITISH_CITIES)
        .hasSize(14)
        .allSatisfy(
            city -> {
              assertThat(ReservedNumbers.british(city, 0)).hasSize(13).endsWith("000");
              assertThat(ReservedNumbers.british(city, 999)).hasSize(13).endsWith("999");
            });
    assertThat(customers)
        .filteredOn(node -> node.at("/addresses/0/city").asText().equals("Leeds"))
        .isNotEmpty()
        .allMatch(node -> node.at("/phones/0/number").asText().startsWith("+441134960"));
  }

  @Test
  void everyMailAddressIsValidUnderAnExampleDomainAndUnique() {
    List<String> addresses =
        customers.stream().flatMap(node -> all(node.at("/emails"), "/address")).toList();
    assertThat(addresses).hasSizeGreaterThan(3500).doesNotHaveDuplicates();
    assertThat(
            Stream.concat(
                addresses.stream(),
                customers.stream()
                    .flatMap(node -> all(node.at("/contactPersons"), "/email/address"))))
        .allSatisfy(address -> assertThat(new EmailAddress(address).key()).isEqualTo(address))
        .allMatch(address -> address.matches(".*[@.]example\\.(com|org|net)"));
  }

  @Test
  void everyIdentityNumberIsValidOfNoRegionAndFitsThePerson() {
    List<JsonNode> bearers =
        customers.stream().filter(node -> node.has("identityDocument")).toList();
    assertThat(bearers)
        .hasSizeGreaterThan(1300)
        .allSatisfy(
            node -> {
              ResidentId id = new ResidentId(node.at("/identityDocument/number").asText());
              boolean odd = id.genderDigit() % 2 == 1;
              assertThat(node.at("/identityDocument/type").asText()).isEqualTo("RESIDENT_ID");
              assertThat(id.value()).startsWith("999999");
              assertThat(id.birthDate()).hasToString(node.at("/individual/birthDate").asText());
              assertThat(node.at("/individual/gender").asText()).isEqualTo(odd ? "MALE" : "FEMALE");
            });
    assertThat(texts("/identityDocument/number")).doesNotHaveDuplicates();
  }

  @Test
  void everyCreditCodeIsValidOfNoRegionAndUnique() {
    assertThat(texts("/enterprise/creditCode"))
        .hasSameSizeAs(ofKind("ENTERPRISE"))
        .doesNotHaveDuplicates()
        .allSatisfy(code -> assertThat(new CreditCode(code).value()).startsWith("91999999MA"));
  }

  @Test
  void everyIndividualIsOfAgeAndNobodyIsOlderThanNinety() {
    assertThat(texts("/individual/birthDate"))
        .hasSameSizeAs(ofKind("INDIVIDUAL"))
        .extracting(LocalDate::parse)
        .allMatch(date -> !date.isBefore(LocalDate.of(1921, 12, 31)))
        .allMatch(date -> !date.isAfter(LocalDate.of(1993, 12, 31)));
  }

  @Test
  void everyLineIsARequestThatCreatesACustomer() {
    assertThat(new String(written, UTF_8).lines())
        .allSatisfy(
            line -> {
              NewCustomer request = REQUESTS.readValue(line, NewCustomer.class);
              assertThat(REQUESTS.<JsonNode>valueToTree(request)).isEqualTo(json(line));
            });
  }

  @Test
  void factsAreThoseOfTheKind() {
    assertThat(ofKind("INDIVIDUAL"))
        .allMatch(node -> node.has("individual"))
        .noneMatch(node -> node.has("enterprise") || node.has("contactPersons"));
    assertThat(ofKind("ENTERPRISE"))
        .allMatch(node -> node.has("enterprise"))
        .noneMatch(node -> node.has("individual") || node.has("identityDocument"))
        .allMatch(node -> node.at("/contactPersons").size() >= 1)
        .allMatch(node -> node.at("/contactPersons").size() <= 3);
  }

  @Test
  void orderLinesWithoutACustomerMakeNobody() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(SamplePeople.write(retail("1,A,,1,2011-01-01 00:00:00,1,,X\n"), out)).isZero();
    assertThat(out.size()).isZero();
  }

  @Test
  void aFileThatIsNotTheRetailSetIsRefused() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain.csv"), HEADER);
    assertThatIOException()
        .isThrownBy(() -> SamplePeople.write(plain, OutputStream.nullOutputStream()));
    Path other = gzipped("a,b\n1,2\n");
    assertThatThrownBy(() -> SamplePeople.write(other, OutputStream.nullOutputStream()))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("CustomerID");
  }

  private Path retail(String lines) throws IOException {
    return gzipped(HEADER + lines);
  }

  private Path gzipped(String text) throws IOException {
    Path file = folder.resolve("lines.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(UTF_8));
    }
    return file;
  }

  private static List<JsonNode> ofKind(String kind) {
    return customers.stream().filter(node -> node.at("/kind").asText().equals(kind)).toList();
  }

  private static List<String> texts(String pointer) {
    return customers.stream()
        .map(node -> node.at(pointer))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .toList();
  }

  private static Stream<String> all(JsonNode array, String pointer) {
    return StreamSupport.stream(array.spliterator(), false).map(node -> node.at(pointer).asText());
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
