import Engine
import Ledger

/// Verifies the catalogue against its changes, byte by byte.
struct CatalogueVerifier {
  private var findings: [VerificationFinding] = []
  /// The text of each item after the changes so far.
  private var bodies: [Name: [UInt8]] = [:]

  private struct Name: Hashable {
    let kind: [UInt8]
    let code: [UInt8]

    /// Reads both from a row's first columns.
    init(_ row: any Statement) {
      kind = Array(row.bytes(0))
      code = Array(row.bytes(1))
    }

    var finding: VerificationFinding {
      .catalogueDiffers(
        kind: String(decoding: kind, as: UTF8.self), code: String(decoding: code, as: UTF8.self))
    }
  }

  static func findings(_ session: Session) throws -> [VerificationFinding] {
    var verifier = CatalogueVerifier()
    try verifier.follow(session)
    try verifier.compare(session)
    return verifier.findings
  }

  /// Checks that changes are in the order of entries, and that each begins at the item's current text.
  private mutating func follow(_ session: Session) throws {
    // Which changes does the catalogue have, oldest first?
    let changes = try session.stream(
      """
      SELECT kind, code, before, after, entry, id
      FROM catalogue_change
      ORDER BY id
      """)
    var last: (id: Int64, entry: Int64) = (0, 0)
    while try changes.step() {
      let name = Name(changes)
      let before = changes.isNull(2) ? nil : Array(changes.bytes(2))
      let isNext = changes.int64(5) == last.id &+ 1 && changes.int64(4) >= last.entry
      if bodies[name] != before || !isNext { findings.append(name.finding) }
      bodies[name] = Array(changes.bytes(3))
      last = (changes.int64(5), changes.int64(4))
    }
  }

  private mutating func compare(_ session: Session) throws {
    // Which items does the catalogue have?
    let items = try session.stream(
      """
      SELECT kind, code, body, name, position, id
      FROM catalogue_item
      ORDER BY id
      """)
    while try items.step() {
      let name = Name(items)
      let item = CatalogueItem(
        kind: items.text(0), code: items.text(1), canonical: items.text(2))
      let isSame =
        bodies.removeValue(forKey: name).map(items.bytes(2).elementsEqual) == true
        && item.map { items.bytes(3).elementsEqual($0.name.utf8) } == true
        && item?.position == items.int(4) && Stored.item.contains(items.int64(5))
      if !isSame { findings.append(name.finding) }
    }
    findings += bodies.keys.map(\.finding).sorted { "\($0)" < "\($1)" }
  }
}
