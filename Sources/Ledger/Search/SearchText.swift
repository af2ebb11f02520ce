/// The two texts by which a project is found; parts are separated by line feeds, which no query
/// contains.
package struct SearchText: Hashable, Sendable {
  /// Names, codes, owner, investor, officials and places in comparable form (`SearchedValues.parts`).
  package let written: String
  /// All matches of an ASCII term: pinyin and initials of names and owner, and the runs of ASCII in
  /// `written`. Such a term needs no other text.
  package let sound: String

  package init(_ record: Record, catalogue: Catalogue) {
    var writer = SearchTextWriter(catalogue: catalogue)
    writer.write(SearchedValues(record))
    written = String(decoding: writer.written, as: UTF8.self)
    sound = String(decoding: writer.sound, as: UTF8.self)
  }
}
