/// An OLE2 compound file ([MS-CFB]): workbooks of Excel 97–2003, and encrypted packages.
enum CompoundFile {
  /// Whether it wraps an encrypted package ([MS-OFFCRYPTO] §1.3.2), told by the names in its
  /// directory without following any chain.
  static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    holds(bytes, name: "EncryptionInfo") || holds(bytes, name: "EncryptedPackage")
  }

  /// Directory entries are 128 bytes, aligned, and begin with their name in UTF-16LE.
  private static func holds(_ bytes: [UInt8], name: String) -> Bool {
    let wanted: [UInt8] = name.utf8.flatMap { [$0, 0] } + [0, 0]
    var index = 512
    while index + 128 <= bytes.count {
      if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) { return true }
      index += 128
    }
    return false
  }
}
