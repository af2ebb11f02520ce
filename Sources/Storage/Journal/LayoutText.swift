import Ledger

/// The canonical text of an entry's layout: the column of each value in each table.
///
/// A line `#sheet` opens a table, followed by lines `key TAB column`, and `key TAB =text` for constants from a
/// recipe.
enum LayoutText {
  static func write(_ tables: [SourceTable]) -> String {
    var text = ByteText()
    for table in tables {
      text.append(byte: UInt8(ascii: "#"))
      text.append(escaped: table.sheet)
      text.append(byte: ByteText.newline)
      for (key, column) in table.columns.sorted(by: { ($0.key, $0.value) < ($1.key, $1.value) }) {
        ChangeText.write(key, to: &text)
        text.append(byte: ByteText.tab)
        text.append(integer: Int64(column))
        text.append(byte: ByteText.newline)
      }
      for (key, constant) in table.constants.sorted(by: { $0.key < $1.key }) {
        ChangeText.write(key, to: &text)
        text.append(byte: ByteText.tab)
        text.append(byte: UInt8(ascii: "="))
        text.append(escaped: constant)
        text.append(byte: ByteText.newline)
      }
    }
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// Reads a layout; nil if the text is malformed.
  static func read(_ text: String) -> [SourceTable]? {
    var text = text
    return text.withUTF8 { bytes in
      var tables: [(sheet: String, columns: [FieldKey: Int], constants: [FieldKey: String])] = []
      var lines = LineReader(bytes)
      while let line = lines.next() {
        if line.first == UInt8(ascii: "#") {
          tables.append((ByteText.unescape(line.dropFirst()), [:], [:]))
          continue
        }
        var parts = PartReader(line)
        guard !tables.isEmpty, let key = parts.next().flatMap(ChangeText.key),
          let place = parts.next()
        else { return nil }
        if place.first == UInt8(ascii: "=") {
          tables[tables.count - 1].constants[key] = ByteText.unescape(place.dropFirst())
          continue
        }
        guard let column = Int(String(decoding: place, as: UTF8.self)),
          Stored.place.contains(Int64(column))
        else { return nil }
        tables[tables.count - 1].columns[key] = column
      }
      return tables.map {
        SourceTable(sheet: $0.sheet, columns: $0.columns, constants: $0.constants)
      }
    }
  }
}
