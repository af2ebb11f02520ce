import Foundation

/// What a password must be. The two standards contradict each other; the bureau chooses by setting
/// `password`.
package enum PasswordPolicy: String, CaseIterable, Sendable {
  /// GB/T 22239-2019: complexity, and another one from time to time.
  case dengbao
  /// ASVS 5.0: long, of anything, and no other one without a reason.
  case asvs

  /// How many characters it has at least.
  package var minimum: Int { self == .dengbao ? 8 : 15 }

  package static let maximum = 128

  /// Of how many kinds of characters it is: small and capital letters, digits, everything else.
  var kinds: Int { self == .dengbao ? 3 : 1 }

  /// How long it is good for; nil for ever.
  var age: TimeInterval? { self == .dengbao ? 90 * 86_400 : nil }

  /// How many of the last ones it may not be.
  var remembered: Int { self == .dengbao ? 5 : 0 }

  /// What speaks against a password, its history aside. `words` are the city's own, and those of the
  /// account.
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

  /// Whether hardly anything is left of a password without words that everybody here knows: beside them
  /// and beside digits and signs fewer than four letters.
  private static func consists(of words: [String], _ password: String) -> Bool {
    var rest = password.lowercased()
    let whole = rest
    for word in words.sorted(by: { $0.count > $1.count }) where word.utf8.count >= 3 {
      rest = rest.replacing(word, with: "")
    }
    return rest != whole && rest.count(where: \.isLetter) < 4
  }
}

/// What speaks against a password.
package enum PasswordFault: Hashable, Sendable {
  case tooShort(minimum: Int)
  case tooLong(maximum: Int)
  case tooFewKinds(Int)
  /// It is among the commonest.
  case common
  /// It is made of words that everybody here knows.
  case ownWords
  /// It is one of the last ones.
  case repeated(of: Int)
}
