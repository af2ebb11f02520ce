/// The separator of delimited text's fields.
struct Separator {
  let byte: UInt8
  /// The offset of the first record.
  let start: Int

  /// The separator stated in a first line "sep=;", else inferred from the first ten lines: tabs when
  /// they outnumber commas; semicolons when there are some and no comma outside quotes; another
  /// candidate when every line has the same number of it and not every line a comma; else commas.
  static func find(in bytes: [UInt8]) -> Separator {
    if bytes.count > 4, bytes.prefix(4).elementsEqual("sep=".utf8) {
      var end = 5
      if end < bytes.count, bytes[end] == 0x0D { end += 1 }
      if end < bytes.count, bytes[end] == 0x0A { end += 1 }
      if end > 5 || bytes.count == 5 { return Separator(byte: bytes[4], start: end) }
    }
    let lines = counts(in: bytes)
    let commas = lines.reduce(0) { $0 + $1[0] }
    let tabs = lines.reduce(0) { $0 + $1[1] }
    if tabs > commas { return Separator(byte: 0x09, start: 0) }
    if commas == 0, lines.contains(where: { $0[2] > 0 }) {
      return Separator(byte: UInt8(ascii: ";"), start: 0)
    }
    if lines.contains(where: { $0[0] == 0 }) {
      for (index, candidate) in candidates.enumerated().dropFirst(2) {
        guard let first = lines.first?[index], first > 0 else { continue }
        if lines.allSatisfy({ $0[index] == first }) { return Separator(byte: candidate, start: 0) }
      }
    }
    return Separator(byte: UInt8(ascii: ","), start: 0)
  }

  private static let candidates = [",", "\t", ";", "|", "#"].map { UInt8(ascii: $0) }

  /// How often each candidate occurs outside quotes in each of the first ten lines with text.
  private static func counts(in bytes: [UInt8]) -> [[Int]] {
    var lines: [[Int]] = []
    var line = candidates.map { _ in 0 }
    var isQuoted = false
    var isBlank = true
    for byte in bytes.prefix(1 << 16) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == 0x0A || byte == 0x0D {
        if !isBlank { lines.append(line) }
        if lines.count == 10 { return lines }
        line = candidates.map { _ in 0 }
        isBlank = true
        continue
      }
      isBlank = false
      if !isQuoted, let index = candidates.firstIndex(of: byte) { line[index] += 1 }
    }
    if !isBlank { lines.append(line) }
    return lines
  }
}
