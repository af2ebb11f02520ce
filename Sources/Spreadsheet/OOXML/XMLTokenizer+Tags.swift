/// Reading of tags.
extension XMLTokenizer {
  mutating func endTag() throws(SpreadsheetError) {
    while true {
      var index = position + 2
      var start = index
      var hash: UInt32 = 0
      while index < filled, !isNameEnd(buffer[index]) {
        if buffer[index] == UInt8(ascii: ":") {
          start = index + 1
          hash = 0
        } else {
          hash = hash &* 31 &+ UInt32(buffer[index])
        }
        index += 1
      }
      let count = index - start
      while index < filled, buffer[index] <= 0x20 { index += 1 }
      if index < filled {
        guard buffer[index] == UInt8(ascii: ">"), depth > 0, open[depth - 1] == hash else {
          throw malformed()
        }
        depth -= 1
        name = Slice(start: start, count: count)
        position = index + 1
        return
      }
      guard try refill() else { throw malformed() }
    }
  }

  /// Reads a start tag with its attributes; false when the buffer ends before the tag.
  mutating func startTag() throws(SpreadsheetError) -> Bool {
    let buffer = buffer
    let filled = filled
    var index = position + 1
    var start = index
    var hash: UInt32 = 0
    while index < filled, !isNameEnd(buffer[index]) {
      if buffer[index] == UInt8(ascii: ":") {
        start = index + 1
        hash = 0
      } else {
        hash = hash &* 31 &+ UInt32(buffer[index])
      }
      index += 1
    }
    let found = Slice(start: start, count: index - start)
    attributeCount = 0
    while true {
      while index < filled, buffer[index] <= 0x20 { index += 1 }
      guard index < filled else { return false }
      if buffer[index] == UInt8(ascii: ">") { break }
      if buffer[index] == UInt8(ascii: "/") {
        guard index + 1 < filled else { return false }
        guard buffer[index + 1] == UInt8(ascii: ">") else { throw malformed() }
        index += 1
        endIsPending = true
        break
      }
      guard let next = try attribute(at: index) else { return false }
      index = next
    }
    guard found.count > 0, !(depth == 0 && hadRoot) else { throw malformed() }
    guard depth < limits.depth else { throw exceeded(.depth) }
    hadRoot = true
    open[depth] = hash
    depth += 1
    name = found
    position = index + 1
    return true
  }
}
