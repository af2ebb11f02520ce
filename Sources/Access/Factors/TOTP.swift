import Crypto
import Foundation

/// Codes that change every 30 seconds (RFC 6238 with HMAC-SHA-1 and six digits, which every authenticator app
/// supports).
package enum TOTP {
  static let step: TimeInterval = 30

  /// The time step of a moment.
  static func step(at time: Date) -> Int64 {
    Int64((time.timeIntervalSince1970 / step).rounded(.down))
  }

  /// The code of a step.
  package static func code(_ key: [UInt8], step: Int64) -> String {
    let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
    let mac = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: key)))
    let place = Int(mac[19] & 15)
    let number = mac[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let digits = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The step whose code was typed: the present, the previous or the next one, and only if it is later than the last
  /// used step.
  static func step(of code: String, _ key: [UInt8], at now: Date, after used: Int64) -> Int64? {
    let code = code.filter(\.isNumber)
    guard code.utf8.count == 6 else { return nil }
    let present = step(at: now)
    return [present, present - 1, present + 1].first { step in
      step > used && SecretBytes.areEqual(Array(code.utf8), Array(self.code(key, step: step).utf8))
    }
  }

  /// A key in the form people type into an app: base32 (RFC 4648) in groups of four.
  package static func text(_ key: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var (text, bits, count) = ("", 0, 0)
    for byte in key {
      (bits, count) = ((bits << 8 | Int(byte)) & 0xFFFF, count + 8)
      while count >= 5 {
        count -= 5
        text.append(alphabet[bits >> count & 31])
      }
    }
    if count > 0 { text.append(alphabet[bits << (5 - count) & 31]) }
    return stride(from: 0, to: text.count, by: 4).map { start in
      String(text.dropFirst(start).prefix(4))
    }.joined(separator: " ")
  }
}
