import Crypto
import Engine
import Ledger
import Machine

/// Proves the files that are kept: each has the bytes of its hash, and the name and the place that an
/// entry gives it.
enum UploadVerifier {
  static func findings(_ session: Session) throws -> [VerificationFinding] {
    // Which files are kept, and what did the entry call it that brought each?
    let uploads = try session.statement(
      """
      SELECT u.sha256, u.name, u.bytes, (
        SELECT e.file_name
        FROM entry AS e
        WHERE e.upload = u.sha256
        ORDER BY e.number
        LIMIT 1)
      FROM upload AS u
      ORDER BY u.sha256
      """)
    var findings: [VerificationFinding] = []
    while try uploads.step() {
      let sha256 = uploads.text(0)
      var hasher = SHA256()
      hasher.update(bufferPointer: UnsafeRawBufferPointer(uploads.bytes(2)))
      if Hexadecimal.text(hasher.finalize()) != sha256 {
        findings.append(.uploadDiffers(sha256: sha256))
      }
      if uploads.isNull(3) {
        findings.append(.strayUpload(sha256: sha256))
      } else if !uploads.bytes(1).elementsEqual(uploads.bytes(3)) {
        findings.append(.uploadNameDiffers(sha256: sha256))
      }
    }
    return findings
  }
}
