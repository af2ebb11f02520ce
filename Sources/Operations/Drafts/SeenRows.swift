import Crypto
import Ledger
import Matching

/// A digest of each row of a reviewed plan, to find the rows that changed when the plan is computed again.
struct SeenRows: Sendable {
  struct Row: Hashable, Sendable {
    let place: SourceRow
    let action: PlannedRow.Action
    let project: ProjectID?
    /// The first 8 bytes of a SHA-256 over the planned changes and conflicts.
    let digest: UInt64
  }

  private(set) var rows: [Row]

  init(_ rows: [Row] = []) { self.rows = rows }

  init(_ plan: ImportPlan) {
    var said = FingerprintBytes()
    rows = plan.rows.map { planned in
      said.removeAll()
      said.add(planned)
      said.addConflicts(of: planned)
      let digest = SHA256.hash(data: said.bytes).prefix(8).reduce(UInt64(0)) {
        $0 << 8 | UInt64($1)
      }
      return Row(
        place: planned.source, action: planned.action, project: planned.match.project,
        digest: digest)
    }
  }

  // MARK: Serialization

  /// 40 bytes per row: table, row, action, project and digest as 64-bit little-endian numbers.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * Self.width)
    for row in rows {
      let action = PlannedRow.Action.allCases.firstIndex(of: row.action) ?? 0
      for number in [
        UInt64(row.place.table), UInt64(row.place.number), UInt64(action),
        UInt64(bitPattern: row.project ?? 0), row.digest,
      ] {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    return bytes
  }

  private static let width = 40

  /// Nil for malformed bytes.
  init?(_ bytes: [UInt8]) {
    guard bytes.count % Self.width == 0 else { return nil }
    rows = []
    rows.reserveCapacity(bytes.count / Self.width)
    for start in stride(from: 0, to: bytes.count, by: Self.width) {
      func number(_ position: Int) -> UInt64 {
        bytes[(start + position * 8)..<(start + position * 8 + 8)].reversed()
          .reduce(0) { $0 << 8 | UInt64($1) }
      }
      let actions = PlannedRow.Action.allCases
      guard let table = Int(exactly: number(0)), let row = Int(exactly: number(1)),
        let action = Int(exactly: number(2)), actions.indices.contains(action)
      else { return nil }
      let project = ProjectID(bitPattern: number(3))
      rows.append(
        Row(
          place: SourceRow(table: table, number: row), action: actions[action],
          project: project == 0 ? nil : project, digest: number(4)))
    }
  }

  // MARK: Comparison

  /// The rows that differ in a later plan, before and after.
  func moved(in later: SeenRows) -> [(before: Row?, after: Row?)] {
    let earlier = Dictionary(rows.map { ($0.place, $0) }) { first, _ in first }
    var left = earlier
    let altered = later.rows.compactMap { row -> (before: Row?, after: Row?)? in
      let before = left.removeValue(forKey: row.place)
      return before == row ? nil : (before, row)
    }
    return altered
      + left.values.sorted { ($0.place.table, $0.place.number) < ($1.place.table, $1.place.number) }
      .map { ($0, nil) }
  }
}
