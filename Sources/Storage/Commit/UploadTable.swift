import Crypto
import Engine
import Ledger
import Machine

/// The rows of `upload`: each file once, however often it is sent.
enum UploadTable {
  /// Stores a file unless it is stored already. Throws `uploadDiffers` if its hash is wrong.
  static func keep(_ upload: Upload, _ session: Session) throws {
    // Hashed on another core during the write; a mismatch rolls the write back.
    let hash = Ahead { Hexadecimal.text(SHA256.hash(data: upload.bytes)) }
    let inserted = Result { try insert(upload, session) }
    guard try hash.get() == upload.sha256 else {
      throw StorageError.uploadDiffers(sha256: upload.sha256)
    }
    try inserted.get()
  }

  private static func insert(_ upload: Upload, _ session: Session) throws {
    if try isKept(upload.sha256, session) { return }
    let insert = try session.statement(
      """
      INSERT INTO upload (sha256, name, size, bytes)
      VALUES (?, ?, ?, ?)
      """)
    try insert.bind(
      .text(upload.sha256), .text(upload.name), .integer(Int64(upload.bytes.count)))
    try upload.bytes.withUnsafeBytes { bytes in
      insert.bindUnowned(bytes, at: 4)
      try insert.run()
    }
  }

  static func isKept(_ sha256: String, _ session: Session) throws -> Bool {
    // Is a file of this hash stored?
    try session.integer(
      """
      SELECT count(*)
      FROM upload
      WHERE sha256 = ?
      """, .text(sha256)) > 0
  }

  /// A stored file; nil if there is none of that hash.
  static func upload(_ sha256: String, _ session: Session) throws -> Upload? {
    // Which file has this hash?
    try session.row(
      """
      SELECT name, bytes
      FROM upload
      WHERE sha256 = ?
      """, .text(sha256)
    ) { Upload(name: $0.text(0), sha256: sha256, bytes: Array($0.bytes(1))) }
  }
}
