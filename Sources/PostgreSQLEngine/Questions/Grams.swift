import Engine

/// Pairs of adjacent characters of a text, each as a number: they narrow a search down before texts are compared.
/// PostgreSQL's trigrams do not match two Chinese characters.
///
/// The high 16 bits hold the first character and the low 16 bits the second, truncated: two pairs of rare characters
/// may collide, which the comparison resolves.
enum Grams {
  /// The distinct pairs of a text in ascending order. Pairs of ASCII only are omitted: they are too frequent.
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> [Int32] {
    var grams: [Int32] = []
    var last: UInt32?
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if let last, last > 0x7F || scalar.value > 0x7F {
        grams.append(Int32(bitPattern: last << 16 | scalar.value & 0xFFFF))
      }
      last = scalar.value
    }
    grams.sort()
    var place = 0
    for gram in grams where place == 0 || grams[place - 1] != gram {
      grams[place] = gram
      place += 1
    }
    grams.removeSubrange(place...)
    return grams
  }

  /// The pairs as an array literal.
  static func text(of text: UnsafeBufferPointer<UInt8>) -> String {
    "{" + of(text).map(String.init).joined(separator: ",") + "}"
  }

  /// The pairs that a text containing a term must have, as an array literal; nil if the term has none.
  static func text(ofTerm term: String) -> String? {
    var term = term
    let grams = term.withUTF8 { of($0) }
    return grams.isEmpty ? nil : "{" + grams.map(String.init).joined(separator: ",") + "}"
  }
}

/// Adds rows with a search text and its pairs, a last column that only this engine has.
final class SearchInsertion: Insertion {
  private let insertion: PostgreSQLInsertion
  private let columns: Int32

  init(into table: String, _ columns: [String], _ connection: PostgreSQLConnection) {
    self.columns = Int32(columns.count)
    insertion = PostgreSQLInsertion(into: table, columns + ["grams"], connection)
  }

  func run(
    _ count: Int, bind: (_ row: Int, _ parameters: any Binding, _ before: Int32) throws -> Void
  ) throws {
    try insertion.run(count) { row, parameters, before in
      try bind(row, SearchBinding(parameters, last: before + columns), before)
    }
  }
}

/// Binds the values of a row whose last value is a search text.
private final class SearchBinding: Binding {
  private let parameters: any Binding
  private let last: Int32

  init(_ parameters: any Binding, last: Int32) {
    self.parameters = parameters
    self.last = last
  }

  func bind(_ value: SQLValue, at index: Int32) throws {
    if case .text(var text) = value, index == last {
      return text.withUTF8 { bindUnowned($0, at: index) }
    }
    try parameters.bind(value, at: index)
  }

  func bind(_ integer: Int64, at index: Int32) { parameters.bind(integer, at: index) }

  func bindUnowned(_ text: UnsafeBufferPointer<UInt8>, at index: Int32) {
    parameters.bindUnowned(text, at: index)
    guard index == last else { return }
    var grams = Grams.text(of: text)
    grams.withUTF8 { parameters.bindUnowned($0, at: index + 1) }
  }

  func bindUnowned(_ blob: UnsafeRawBufferPointer, at index: Int32) {
    parameters.bindUnowned(blob, at: index)
  }
}
