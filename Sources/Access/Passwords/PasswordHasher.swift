import Crypto
import CryptoExtras
import Dispatch
import Machine
import Synchronization

/// Hashes passwords with scrypt (RFC 7914). The number computed at a time is limited, because each takes 32 MB and
/// half a second.
package final class PasswordHasher: Sendable {
  /// The cost parameters of a hash.
  package struct Cost: Hashable, Sendable {
    /// N is two to the power of this.
    let rounds: Int
    let block: Int
    let lanes: Int

    package init(rounds: Int, block: Int, lanes: Int) {
      self.rounds = rounds
      self.block = block
      self.lanes = lanes
    }

    package static let standard = Cost(rounds: 15, block: 8, lanes: 3)
  }

  private let cost: Cost
  private let free: DispatchSemaphore
  private let computed = Atomic(0)

  package init(cost: Cost = .standard, atOnce: Int = 2) {
    self.cost = cost
    free = DispatchSemaphore(value: atOnce)
  }

  /// The number of hashes computed so far, which tests count.
  package var count: Int { computed.load(ordering: .relaxed) }

  /// The stored form of a password: the cost, a salt and the hash.
  func hash(_ password: String) throws -> String {
    let salt = RandomBytes.make(16)
    let key = try derive(password, salt, cost)
    return [
      "scrypt", String(cost.rounds), String(cost.block), String(cost.lanes),
      Hexadecimal.text(salt), Hexadecimal.text(key),
    ].joined(separator: "$")
  }

  /// Whether a password matches the stored one. Without a stored one the same work is done and the result is false.
  func fits(_ password: String, _ stored: String?) throws -> Bool {
    let parts = stored?.split(separator: "$").map(String.init) ?? []
    guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
      let block = Int(parts[2]), let lanes = Int(parts[3])
    else {
      _ = try derive(password, RandomBytes.make(16), cost)
      return false
    }
    let stored = Cost(rounds: rounds, block: block, lanes: lanes)
    let key = try derive(password, Hexadecimal.bytes(parts[4]), stored)
    return SecretBytes.areEqual(key, Hexadecimal.bytes(parts[5]))
  }

  private func derive(_ password: String, _ salt: [UInt8], _ cost: Cost) throws -> [UInt8] {
    free.wait()
    defer { free.signal() }
    computed.wrappingAdd(1, ordering: .relaxed)
    let key = try KDF.Scrypt.deriveKey(
      from: Array(password.utf8), salt: salt, outputByteCount: 32, rounds: 1 << cost.rounds,
      blockSize: cost.block, parallelism: cost.lanes)
    return key.withUnsafeBytes { Array($0) }
  }
}
