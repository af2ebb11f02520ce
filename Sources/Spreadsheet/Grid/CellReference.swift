/// The A1 notation of cells: letters for the column, a number for the row.
package enum CellReference {
  /// The letters of a column counted from 0: `letters(27)` is "AB".
  package static func letters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest >= 0 {
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest = rest / 26 - 1
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The column, counted from 0, for letters such as "AB"; nil when they are not one to three letters.
  package static func column(_ letters: some StringProtocol) -> Int? {
    var column = 0
    guard !letters.isEmpty, letters.utf8.count <= 3 else { return nil }
    for letter in letters.utf8 {
      guard let digit = digit(letter) else { return nil }
      column = column * 26 + digit
    }
    return column - 1
  }

  /// The name of a cell, its row counted from 1 and its column from 0: `name(row: 12, column: 2)` is "C12".
  package static func name(row: Int, column: Int) -> String {
    letters(column) + String(row)
  }

  /// Row (from 1) and column (from 0) of a name such as "C12" or "$C$12"; nil for anything else.
  @inline(__always)
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> (row: Int, column: Int)? {
    var index = 0
    var column = 0
    var row = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: "$") { index += 1 }
    let letters = index
    while index < bytes.count, let digit = digit(bytes[index]) {
      column = column &* 26 &+ digit
      index += 1
      guard index - letters <= 3 else { return nil }
    }
    guard index > letters else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: "$") { index += 1 }
    let digits = index
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9, index - digits < 9 else { return nil }
      row = row &* 10 &+ Int(digit)
      index += 1
    }
    guard row > 0 else { return nil }
    return (row, column - 1)
  }

  /// 1 for A or a, 26 for Z or z.
  @inline(__always)
  private static func digit(_ letter: UInt8) -> Int? {
    let digit = (letter | 0x20) &- UInt8(ascii: "a")
    return digit < 26 ? Int(digit) + 1 : nil
  }
}
