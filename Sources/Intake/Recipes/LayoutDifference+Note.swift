import Ledger

/// A difference as an entry records it: its kind and details.
extension LayoutDifference {
  package var note: [String] {
    switch self {
    case .added(let letters, let header): ["added", letters, header]
    case .missing(let header, let meaning): ["missing", header, meaning]
    case .renamed(let letters, let from, let to): ["renamed", letters, from, to]
    case .read(let letters, let header, let before, let now):
      ["read", letters, header, before, now]
    case .unit(let letters, let header, let before, let now):
      ["unit", letters, header, before, now]
    case .unitKept(let letters, let header, let unit): ["unit_kept", letters, header, unit]
    case .newTable: ["new_table"]
    }
  }

  /// Decodes a recorded difference; nil if it is malformed.
  package init?(note: [String]) {
    let parts = Array(note.dropFirst())
    switch (note.first, parts.count) {
    case ("added", 2): self = .added(letters: parts[0], header: parts[1])
    case ("missing", 2): self = .missing(header: parts[0], meaning: parts[1])
    case ("renamed", 3): self = .renamed(letters: parts[0], from: parts[1], to: parts[2])
    case ("read", 4):
      self = .read(letters: parts[0], header: parts[1], before: parts[2], now: parts[3])
    case ("unit", 4):
      self = .unit(letters: parts[0], header: parts[1], before: parts[2], now: parts[3])
    case ("unit_kept", 3): self = .unitKept(letters: parts[0], header: parts[1], unit: parts[2])
    case ("new_table", 0): self = .newTable
    default: return nil
    }
  }
}
