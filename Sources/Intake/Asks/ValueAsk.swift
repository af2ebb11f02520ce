package import Ledger

/// A word of a list that matches no catalogue item or several: one question to a person for all the
/// cells that contain it.
package struct ValueAsk: Hashable, Sendable {
  package let subject: Decision.Subject
  /// The word as first encountered.
  package let text: String
  package private(set) var fields: [Field]
  /// The cells that contain the word, in file order.
  package private(set) var places: [Place]
  /// Up to three names it may mean, best first.
  package let nearest: [String]

  /// A cell, by sheet and reference.
  package struct Place: Hashable, Sendable {
    package let sheet: String
    package let cell: String
  }

  /// Groups the findings about unknown and ambiguous words by word, those of most cells first.
  static func all(in findings: [Finding], _ catalogue: Catalogue, year: Int) -> [ValueAsk] {
    let cells = ReferenceCell(catalogue: catalogue, year: year)
    var doubts: [Cause: [ListResolution.Doubt]] = [:]
    var asks: [Word: ValueAsk] = [:]
    for finding in findings where finding.code == .refUnknown || finding.code == .refAmbiguous {
      guard let field = finding.field?.field, let subject = field.subject else { continue }
      let cause = Cause(field: field, raw: finding.raw)
      let found = doubts[cause] ?? cells.doubts(in: finding.raw, field: field)
      doubts[cause] = found
      for doubt in found {
        let word = Word(subject: subject, key: TextFolding.key(doubt.text))
        var ask =
          asks[word]
          ?? ValueAsk(
            subject: subject, text: doubt.text, fields: [], places: [], nearest: doubt.nearest)
        ask.note(field, Place(sheet: finding.sheet, cell: finding.cell))
        asks[word] = ask
      }
    }
    return asks.values.sorted {
      ($1.places.count, $0.subject.rawValue, $0.text)
        < ($0.places.count, $1.subject.rawValue, $1.text)
    }
  }

  private mutating func note(_ field: Field, _ place: Place) {
    if !fields.contains(field) { fields.append(field) }
    places.append(place)
  }

  private struct Cause: Hashable {
    let field: Field
    let raw: String
  }

  private struct Word: Hashable {
    let subject: Decision.Subject
    let key: String
  }
}

extension Field {
  /// The subject of decisions about the field's words; nil for fields that reference no items.
  fileprivate var subject: Decision.Subject? {
    switch kind {
    case .reference(let kind), .references(let kind): Decision.Subject(of: kind)
    default: nil
    }
  }
}
