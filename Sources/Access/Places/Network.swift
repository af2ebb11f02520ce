import Glibc

/// The part of an address that its user cannot choose: the whole IPv4 address, or the 64-bit network prefix of an
/// IPv6 address, within which a user may take any.
enum Network {
  /// The network of an address: the IPv4 address, or the IPv6 /64.
  static func place(of address: String) -> String {
    guard let bytes = bytes(of: address) else { return address }
    return bytes.count == 4 ? dotted(bytes) : prefix(bytes, 8) + "/64"
  }

  /// The larger network around an address: the /24 of IPv4, the /48 of IPv6.
  static func around(_ address: String) -> String {
    guard let bytes = bytes(of: address) else { return address }
    return bytes.count == 4 ? dotted(bytes.prefix(3)) + ".0/24" : prefix(bytes, 6) + "/48"
  }

  /// The four or sixteen bytes of an address; nil if it is invalid.
  private static func bytes(of address: String) -> [UInt8]? {
    var four = in_addr()
    if inet_pton(AF_INET, address, &four) == 1 {
      return withUnsafeBytes(of: four) { Array($0) }
    }
    var sixteen = in6_addr()
    // A zone name (%eth0) is not part of the address.
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
