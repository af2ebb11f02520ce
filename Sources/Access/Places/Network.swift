import Glibc

/// What of somebody's address is not theirs to choose: the address of IPv4, of IPv6 the 64 bits that a network is
/// given, in which it may take any.
enum Network {
  /// Where one place is.
  static func place(of address: String) -> String {
    guard let bytes = bytes(of: address) else { return address }
    return bytes.count == 4 ? dotted(bytes) : prefix(bytes, 8) + "/64"
  }

  /// The network that such a place belongs to: the next 256 of IPv4, the /48 of IPv6.
  static func around(_ address: String) -> String {
    guard let bytes = bytes(of: address) else { return address }
    return bytes.count == 4 ? dotted(bytes.prefix(3)) + ".0/24" : prefix(bytes, 6) + "/48"
  }

  /// Four bytes, or sixteen; nil for what is no address.
  private static func bytes(of address: String) -> [UInt8]? {
    var four = in_addr()
    if inet_pton(AF_INET, address, &four) == 1 {
      return withUnsafeBytes(of: four) { Array($0) }
    }
    var sixteen = in6_addr()
    // A link's name (%eth0) is no part of it.
    guard inet_pton(AF_INET6, String(address.prefix { $0 != "%" }), &sixteen) == 1 else {
      return nil
    }
    let bytes = withUnsafeBytes(of: sixteen) { Array($0) }
    let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10...11] == [0xFF, 0xFF]
    return isMapped ? Array(bytes.suffix(4)) : bytes
  }

  private static func dotted(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String($0) }.joined(separator: ".")
  }

  private static func prefix(_ bytes: [UInt8], _ count: Int) -> String {
    stride(from: 0, to: count, by: 2).map { place in
      String(UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1]), radix: 16)
    }.joined(separator: ":") + "::"
  }
}
