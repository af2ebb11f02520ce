import Crypto
import Ledger

/// Proves the catalogue from its changes, and the files kept from their hashes.
enum CatalogueVerifier {
  static func findings(_ session: Session) throws -> [VerificationFinding] {
    var findings: [VerificationFinding] = []
    var bodies: [[String]: String] = [:]
    // What happened to the catalogue, oldest first?
    let changes = try session.rows(
      """
      SELECT kind, code, before, after
      FROM catalogue_change
      ORDER BY id
      """
    ) { ($0.text(0), $0.text(1), $0.textIfAny(2), $0.text(3)) }
    for (kind, code, before, after) in changes {
      if bodies[[kind, code]] != before {
        findings.append(.catalogueDiffers(kind: kind, code: code))
      }
      bodies[[kind, code]] = after
    }
    // What does the catalogue hold?
    let items = try session.rows(
      """
      SELECT kind, code, body, name, position
      FROM catalogue_item
      """
    ) { row in (row.text(0), row.text(1), row.text(2), row.text(3), row.int(4)) }
    for (kind, code, body, name, position) in items {
      let item = CatalogueItem(kind: kind, code: code, canonical: body)
      if bodies.removeValue(forKey: [kind, code]) != body || item?.name != name
        || item?.position != position
      {
        findings.append(.catalogueDiffers(kind: kind, code: code))
      }
    }
    return findings
      + bodies.keys.sorted { $0.lexicographicallyPrecedes($1) }
      .map { .catalogueDiffers(kind: $0[0], code: $0[1]) }
  }

  /// Files whose bytes are not those of their hash.
  static func uploadFindings(_ session: Session) throws -> [VerificationFinding] {
    // Which files are kept?
    try session.rows(
      """
      SELECT sha256, bytes
      FROM upload
      ORDER BY sha256
      """
    ) { row in
      let hash = EntryHash.hexadecimal(SHA256.hash(data: Array(row.blob(1))))
      return hash == row.text(0) ? nil : VerificationFinding.uploadDiffers(sha256: row.text(0))
    }.compactMap { $0 }
  }
}
