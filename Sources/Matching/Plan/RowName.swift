import Ledger

/// How a row's name relates to the project it was matched to.
///
/// A list that found its project by the likeness of names, or by a person's decision, never renames it: its name
/// becomes one of the project's other names.
struct RowName {
  private let record: Record
  private let isByLikeness: Bool

  init(of record: Record, by basis: Matcher.Basis) {
    self.record = record
    isByLikeness = basis == .name || basis == .answer
  }

  /// Whether a row's name leaves the project's own name unchanged.
  func standsBeside(_ value: Value) -> Bool {
    guard case .text(let text) = value, let own = record.text(.name), text != own else {
      return false
    }
    let name = NameKey(text)
    if name == NameKey(own) { return false }
    return isByLikeness || record.otherNames.contains { NameKey($0) == name }
  }

  /// The project's other names including those of a row; nil if it has them already.
  func others(with names: [String]) -> Value? {
    let known = Set((record.otherNames + [record.text(.name) ?? ""]).map { NameKey($0) })
    let added = names.filter { !known.contains(NameKey($0)) }
    return added.isEmpty ? nil : .list(record.otherNames + added)
  }
}

extension Record {
  /// The names of a project besides its own.
  var otherNames: [String] {
    if case .list(let names) = self[.otherNames] { names } else { [] }
  }
}
