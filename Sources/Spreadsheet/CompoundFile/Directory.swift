/// The directory of a compound file ([MS-CFB] §2.6), limited to the root's children.
struct Directory {
  let root: DirectoryEntry
  /// The root's entries by name in lower case.
  private let entries: [String: DirectoryEntry]

  init(
    _ bytes: Bytes, of header: CompoundFileHeader, limits: Limits
  ) throws(SpreadsheetError) {
    let count = bytes.count / DirectoryEntry.byteCount
    guard count <= limits.parts else { throw .exceeded(.parts, part: nil, at: nil) }
    let all = (0..<count).map {
      DirectoryEntry(
        bytes.slice($0 * DirectoryEntry.byteCount, DirectoryEntry.byteCount), of: header)
    }
    guard let first = all.first, let root = first, root.kind == .root else {
      throw .damaged(part: nil, .directory)
    }
    self.root = root
    entries = try Self.children(of: root, in: all)
  }

  /// The root's entry of a name, ignoring case.
  subscript(name: String) -> DirectoryEntry? { entries[name.lowercased()] }

  /// Collects a storage's entries from their binary tree. Some writers link an entry twice, so each is
  /// visited once.
  private static func children(
    of storage: DirectoryEntry, in all: [DirectoryEntry?]
  ) throws(SpreadsheetError) -> [String: DirectoryEntry] {
    var found: [String: DirectoryEntry] = [:]
    var seen = [Bool](repeating: false, count: all.count)
    var open = [storage.child]
    while let index = open.popLast() {
      if index == DirectoryEntry.none { continue }
      guard index < all.count, let entry = all[index] else {
        throw .damaged(part: nil, .directory)
      }
      if seen[index] { continue }
      seen[index] = true
      found[entry.name.lowercased()] = entry
      open += [entry.left, entry.right]
    }
    return found
  }
}
