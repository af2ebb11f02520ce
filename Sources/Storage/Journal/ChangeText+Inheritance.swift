import Ledger

extension ChangeText {
  static let senderMark = UInt8(ascii: "@")
  static let reachMark = UInt8(ascii: "^")

  /// Writes the values inherited from a merged project, with senders in order.
  static func write(_ inheritance: Inheritance, to text: inout ByteText) {
    for (sender, said) in inheritance.statements.sorted(by: { $0.key < $1.key }) {
      for entry in said.entries {
        text.append(byte: senderMark)
        text.append(escaped: sender)
        text.append(byte: ByteText.tab)
        write(entry, to: &text)
      }
    }
    for (key, month) in inheritance.reach.sorted(by: { $0.key < $1.key }) {
      text.append(byte: reachMark)
      write(key, to: &text)
      text.append(byte: ByteText.tab)
      text.append(integer: Int64(month))
      text.append(byte: ByteText.newline)
    }
  }

  /// Reads one inherited line; false if it is malformed.
  static func read(inherited line: Line, into inheritance: inout Inheritance) -> Bool {
    var parts = PartReader(line.dropFirst())
    guard let head = parts.next() else { return false }
    if line.first == senderMark {
      guard let (key, value) = entry(line[min(head.endIndex + 1, line.endIndex)...]) else {
        return false
      }
      inheritance.statements[ByteText.unescape(head), default: Record()][key] = value
      return true
    }
    guard let key = key(head), let month = parts.next(), parts.next() == nil,
      let number = Int(String(decoding: month, as: UTF8.self)), (1...12).contains(number)
    else { return false }
    inheritance.reach[key] = number
    return true
  }
}
