import Foundation

/// The requirements on a password. The two standards contradict each other; the bureau chooses by setting
/// `password`.
package enum PasswordPolicy: String, CaseIterable, Sendable {
  /// GB/T 22239-2019: complexity, and regular changes.
  case dengbao
  /// ASVS 5.0: length, any characters, and no change without a reason.
  case asvs

  /// The minimum number of characters.
  package var minimum: Int { self == .dengbao ? 8 : 15 }

  package static let maximum = 128

  /// The required number of kinds of characters: lowercase letters, capitals, digits, everything else.
  var kinds: Int { self == .dengbao ? 3 : 1 }

  /// How long a password is valid; nil without limit.
  var age: TimeInterval? { self == .dengbao ? 90 * 86_400 : nil }

  /// How many of the last passwords may not be reused.
  var remembered: Int { self == .dengbao ? 5 : 0 }

  /// The faults of a password, apart from reuse. `words` are local words and those of the account.
  func faults(of password: String, words: [String]) -> [PasswordFault] {
    var faults: [PasswordFault] = []
    let count = password.unicodeScalars.count
    if count < minimum { faults.append(.tooShort(minimum: minimum)) }
    if count > Self.maximum { faults.append(.tooLong(maximum: Self.maximum)) }
    if Self.kinds(of: password) < kinds { faults.append(.tooFewKinds(kinds)) }
    if CommonPasswords.contain(password) { faults.append(.common) }
    if Self.consists(of: words, password) { faults.append(.ownWords) }
    return faults
  }

  private static func kinds(of password: String) -> Int {
    Set(
      password.unicodeScalars.map { scalar in
        switch scalar {
        case "a"..."z": 0
        case "A"..."Z": 1
        case "0"..."9": 2
        default: 3
        }
      }
    ).count
  }

  /// Whether a password consists of locally known words: without them, fewer than four letters are left.
  private static func consists(of words: [String], _ password: String) -> Bool {
    var rest = password.lowercased()
    let whole = rest
    for word in words.sorted(by: { $0.count > $1.count }) where word.utf8.count >= 3 {
      rest = rest.replacing(word, with: "")
    }
    return rest != whole && rest.count(where: \.isLetter) < 4
  }
}

/// Why a password is refused.
package enum PasswordFault: Hashable, Sendable {
  case tooShort(minimum: Int)
  case tooLong(maximum: Int)
  case tooFewKinds(Int)
  /// It is among the most common.
  case common
  /// It consists of words that everybody here knows.
  case ownWords
  /// It is one of the last passwords.
  case repeated(of: Int)
}
