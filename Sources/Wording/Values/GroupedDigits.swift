extension String {
  /// A decimal number with thousands separators: 15380.5 as 15,380.5.
  package var groupedByThousands: String {
    let text = Array(utf8)
    let start = text.first == UInt8(ascii: "-") ? 1 : 0
    let end = text.firstIndex(of: UInt8(ascii: ".")) ?? text.count
    var grouped = Array(text[..<start])
    for place in start..<end {
      if place > start, (end - place) % 3 == 0 { grouped.append(UInt8(ascii: ",")) }
      grouped.append(text[place])
    }
    return String(decoding: grouped + text[end...], as: UTF8.self)
  }
}
