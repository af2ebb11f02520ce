import Crypto
import Engine
import Ledger
import Machine

/// Verifies the stored files: each matches its hash and has the name in its first entry.
enum UploadVerifier {
  static func findings(_ session: Session) throws -> [VerificationFinding] {
    // Which files are stored, and which name does the first entry of each give it?
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
    // Which bytes have this hash? One file at a time, since files may be large.
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
