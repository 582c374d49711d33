package org.kexin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {

  private static final HexFormat HEX = HexFormat.of();

  /** Entries and roots of the test suite of certificate transparency (RFC 6962). */
  private static final List<Hash> LEAVES =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(entry -> MerkleTree.leaf(HEX.parseHex(entry)))
          .toList();

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void theRootIsThatOfCertificateTransparency(int size, String root) {
    assertThat(MerkleTree.root(LEAVES.subList(0, size)).toString()).isEqualTo(root);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 13, 100})
  void aPathLeadsFromEveryLeafToTheRoot(int size) {
    List<Hash> leaves = leaves(size);
    Hash root = MerkleTree.root(leaves);

    for (int index = 0; index < size; index++) {
      List<Hash> path = MerkleTree.path(leaves, index);

      assertThat(MerkleTree.root(leaves.get(index), index, size, path)).isEqualTo(root);
    }
  }

  @Test
  void aPathLeadsNowhereFromAnotherLeafOrPlace() {
    List<Hash> leaves = leaves(13);
    Hash root = MerkleTree.root(leaves);
    List<Hash> path = MerkleTree.path(leaves, 6);

    assertThat(MerkleTree.root(leaves.get(7), 6, 13, path)).isNotEqualTo(root);
    assertThat(MerkleTree.root(leaves.get(6), 7, 13, path)).isNotEqualTo(root);
  }

  @Test
  void aPathOfAnotherLengthIsRefused() {
    List<Hash> leaves = leaves(8);
    List<Hash> path = MerkleTree.path(leaves, 0);

    assertThatThrownBy(() -> MerkleTree.root(leaves.getFirst(), 0, 8, path.subList(0, 2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MerkleTree.root(leaves.getFirst(), 0, 4, path))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Hash> leaves(int size) {
    return IntStream.range(0, size)
        .mapToObj(number -> MerkleTree.leaf(new byte[] {(byte) number}))
        .toList();
  }
}
