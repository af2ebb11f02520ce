import Engine

/// Pairs of neighbouring characters of a text, each as a number: what a search is narrowed down by before texts are
/// compared. The server's own trigrams find nothing of two Chinese characters.
///
/// The high half is the first character's and the low half the second's, as far as 16 bits hold them: two pairs
/// of rare characters may be one number, and the comparison tells them apart.
enum Grams {
  /// Those of a text in ascending order, each once. Pairs of ASCII alone are left out: they are everywhere.
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

  /// The same as the server reads an array.
  static func text(of text: UnsafeBufferPointer<UInt8>) -> String {
    "{" + of(text).map(String.init).joined(separator: ",") + "}"
  }

  /// Those that a text must hold that holds a term; nil where it has none.
  static func text(ofTerm term: String) -> String? {
    var term = term
    let grams = term.withUTF8 { of($0) }
    return grams.isEmpty ? nil : "{" + grams.map(String.init).joined(separator: ",") + "}"
  }
}

/// Adds rows of a text to search: its pairs are the last column, which nobody above the engine knows of.
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

/// Binds the values of a row whose last one is a text to search.
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
