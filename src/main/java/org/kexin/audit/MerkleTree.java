package org.kexin.audit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.kexin.shared.Hashes;

/**
 * The hash tree of certificate transparency (RFC 6962, section 2.1): one hash stands for a list of
 * entries in their order, and a path of log₂ n hashes proves that an entry is among them.
 *
 * <p>Leaves and nodes are hashed with different prefixes, so that no inner node can be passed off
 * as an entry.
 */
final class MerkleTree {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private MerkleTree() {}

  /** The hash of an entry. */
  static Hash leaf(byte[] entry) {
    MessageDigest digest = Hashes.sha256();
    digest.update(LEAF);
    digest.update(entry);
    return Hash.of(digest);
  }

  /** The hash of all leaves in their order; that of nothing for an empty list. */
  static Hash root(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return Hash.of(Hashes.sha256());
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int left = leftOf(leaves.size());
    return node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
  }

  /**
   * The hashes that lead from a leaf to the root, nearest first.
   *
   * @param index of the leaf, {@code 0 ≤ index < leaves.size()}
   */
  static List<Hash> path(List<Hash> leaves, int index) {
    List<Hash> path = new ArrayList<>();
    addPath(leaves, index, path);
    return path;
  }

  /**
   * The root that a path leads to; equal to the real one only if the leaf is in the tree there.
   *
   * @param index of the leaf, {@code 0 ≤ index < size}
   * @param size how many leaves the tree has
   * @throws IllegalArgumentException if a path in such a tree has another length
   */
  static Hash root(Hash leaf, int index, int size, List<Hash> path) {
    if (size == 1) {
      if (!path.isEmpty()) {
        throw new IllegalArgumentException("The path is too long.");
      }
      return leaf;
    }
    if (path.isEmpty()) {
      throw new IllegalArgumentException("The path is too short.");
    }
    int left = leftOf(size);
    Hash sibling = path.getLast();
    List<Hash> below = path.subList(0, path.size() - 1);
    return index < left
        ? node(root(leaf, index, left, below), sibling)
        : node(sibling, root(leaf, index - left, size - left, below));
  }

  private static void addPath(List<Hash> leaves, int index, List<Hash> path) {
    if (leaves.size() == 1) {
      return;
    }
    int left = leftOf(leaves.size());
    List<Hash> first = leaves.subList(0, left);
    List<Hash> second = leaves.subList(left, leaves.size());
    if (index < left) {
      addPath(first, index, path);
      path.add(root(second));
    } else {
      addPath(second, index - left, path);
      path.add(root(first));
    }
  }

  /** The largest power of two below {@code size}, which is at least 2. */
  private static int leftOf(int size) {
    return Integer.highestOneBit(size - 1);
  }

  private static Hash node(Hash left, Hash right) {
    MessageDigest digest = Hashes.sha256();
    digest.update(NODE);
    left.addTo(digest);
    right.addTo(digest);
    return Hash.of(digest);
  }
}
