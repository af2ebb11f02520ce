/// Makes zip archives of uncompressed parts, valid or deliberately damaged.
package enum ZipFixture {
  /// An archive of these parts in this order.
  package static func archive(_ parts: [(name: String, text: String)]) -> [UInt8] {
    archive(parts.map { ($0.name, Array($0.text.utf8)) })
  }

  /// An archive of these parts; `wrongSum` gives the first a wrong checksum.
  package static func archive(
    _ parts: [(name: String, bytes: [UInt8])], wrongSum: Bool = false
  ) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (index, part) in parts.enumerated() {
      let sum = checksum(part.bytes) ^ (wrongSum && index == 0 ? 1 : 0)
      let size = UInt32(part.bytes.count)
      let name = Array(part.name.utf8)
      // Version, flags, method, time, date; then sum, sizes, length of the name and of extras.
      let facts =
        little(UInt16(20)) + little(UInt16(0x800)) + little(UInt16(0)) + little(UInt16(0))
        + little(UInt16(0x21)) + little(sum) + little(size) + little(size)
        + little(UInt16(name.count)) + little(UInt16(0))
      directory +=
        [0x50, 0x4B, 1, 2] + little(UInt16(20)) + facts + little(UInt16(0)) + little(UInt16(0))
        + little(UInt16(0)) + little(UInt32(0)) + little(UInt32(file.count)) + name
      file += [0x50, 0x4B, 3, 4] + facts + name + part.bytes
    }
    let count = little(UInt16(parts.count))
    return file + directory + [0x50, 0x4B, 5, 6] + little(UInt16(0)) + little(UInt16(0)) + count
      + count + little(UInt32(directory.count)) + little(UInt32(file.count)) + little(UInt16(0))
  }

  /// CRC-32 of the bytes.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
