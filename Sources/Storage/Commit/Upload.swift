/// A file as received; the ledger stores its bytes.
package struct Upload: Sendable {
  package let name: String
  /// The SHA-256 of the bytes, in hexadecimal.
  package let sha256: String
  package let bytes: [UInt8]

  package init(name: String, sha256: String, bytes: [UInt8]) {
    self.name = name
    self.sha256 = sha256
    self.bytes = bytes
  }
}
