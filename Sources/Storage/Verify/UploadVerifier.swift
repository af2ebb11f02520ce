import Crypto
import Engine
import Ledger
import Machine

/// Proves the files that are kept: each has the bytes of its hash, and the name and the place that an
/// entry gives it.
enum UploadVerifier {
  static func findings(_ session: Session) throws -> [VerificationFinding] {
    // Which files are kept, and what did the entry call it that brought each?
    let uploads = try session.stream(
      """
      SELECT u.sha256, u.name, (
        SELECT e.file_name
        FROM entry AS e
        WHERE e.upload = u.sha256
        ORDER BY e.number
        LIMIT 1)
      FROM upload AS u
      ORDER BY u.sha256
      """)
    // What was received under this hash? One file at a time: they may be large.
    let content = try session.statement(
      """
      SELECT bytes
      FROM upload
      WHERE sha256 = ?
      """)
    var findings: [VerificationFinding] = []
    while try uploads.step() {
      let sha256 = uploads.text(0)
      var hasher = SHA256()
      try content.bind(.text(sha256))
      if try content.step() {
        hasher.update(bufferPointer: UnsafeRawBufferPointer(content.bytes(0)))
      }
      content.reset()
      if Hexadecimal.text(hasher.finalize()) != sha256 {
        findings.append(.uploadDiffers(sha256: sha256))
      }
      if uploads.isNull(2) {
        findings.append(.strayUpload(sha256: sha256))
      } else if !uploads.bytes(1).elementsEqual(uploads.bytes(2)) {
        findings.append(.uploadNameDiffers(sha256: sha256))
      }
    }
    return findings
  }
}
