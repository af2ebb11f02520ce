/// The mark of a row in a 单位核对表: its project, the revision it was written at, and the beginning of
/// that entry's hash, which no other ledger's entry has.
///
/// Written `12-57-3fa91c20`.
package struct RowMark: Hashable, Sendable {
  package let project: ProjectID
  package let revision: Int64
  /// The first 32 bits of the entry's hash.
  package let seal: UInt32

  package init(project: ProjectID, revision: Int64, seal: UInt32) {
    self.project = project
    self.revision = revision
    self.seal = seal
  }

  /// Parses the written form; nil if it is malformed.
  package init?(_ text: String) {
    let parts = TextFolding.halfWidth(text).split(
      separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let project = ProjectID(parts[0]), let revision = Int64(parts[1]),
      parts[2].utf8.count == 8, let seal = UInt32(parts[2], radix: 16)
    else { return nil }
    self.init(project: project, revision: revision, seal: seal)
  }

  /// The mark of a cell that is not a valid one: no project has it.
  package static let illegible = RowMark(project: 0, revision: 0, seal: 0)

  /// The written form.
  package var text: String {
    let digits = String(seal, radix: 16)
    return "\(project)-\(revision)-" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}

extension Entry {
  /// The last part of marks at this entry's revision; nil if its hash is damaged.
  package var seal: UInt32? { UInt32(hash.prefix(8), radix: 16) }
}
