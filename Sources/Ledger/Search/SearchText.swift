/// The two narrow texts by which a project is found; the parts of each are separated by line feeds,
/// which no query contains.
package struct SearchText: Hashable, Sendable {
  /// Names, codes, owner, investor, persons in office and places in comparable form (`SearchedValues.parts`).
  package let written: String
  /// What a term of ASCII alone can hit: pinyin and initials of name and owner, and the runs of ASCII in
  /// what is written. Such a term needs no other text.
  package let sound: String

  package init(_ record: Record, catalogue: Catalogue) {
    var writer = SearchTextWriter(catalogue: catalogue)
    writer.write(SearchedValues(record))
    written = String(decoding: writer.written, as: UTF8.self)
    sound = String(decoding: writer.sound, as: UTF8.self)
  }
}
