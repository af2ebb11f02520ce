import LedgerData

/// The words of column headers as data: which label usually means which field.
///
/// `{Y}` stands for a year of four or two digits, `{M}` for a month. How a header is matched with
/// them is the import's business.
package struct HeaderWords: Sendable {
  /// A label of a field.
  package struct Synonym: Hashable, Sendable {
    package let field: Field
    package let text: String
  }

  /// A label of a series, with the span that its figures are about.
  package struct SeriesLabel: Hashable, Sendable {
    /// One month's own figure, or the sum since the year began.
    package enum Span: String, Hashable, Sendable {
      case month
      case yearToDate = "year_to_date"
    }

    package let field: Field
    package let span: Span
    package let text: String
  }

  /// A label that stands for several fields, or for the first of them unless the table says otherwise.
  package struct SharedLabel: Hashable, Sendable {
    package let text: String
    package let fields: [Field]
  }

  /// A word for a unit with the factor to the ledger's unit (万元, 亩, 人) as a decimal number.
  package struct UnitWord: Hashable, Sendable {
    package let word: String
    package let factor: String
  }

  package let synonyms: [Synonym]
  package let series: [SeriesLabel]
  package let composites: [SharedLabel]
  package let contextDependent: [SharedLabel]
  /// Which project and revision a row of a 核对表 carries along.
  package let marks: [String]
  /// Serial numbers.
  package let ignored: [String]
  /// What the ledger computes itself.
  package let derived: [String]
  /// Labels known to have no field.
  package let unmapped: [String]
  /// Words that mean something only under a heading.
  package let leafWords: [String]
  package let moneyUnits: [UnitWord]
  package let foreignUnits: [String]
  package let areaUnits: [UnitWord]
  package let peopleUnits: [UnitWord]

  /// The words that travel inside the binary.
  package static func shipped() throws -> HeaderWords {
    HeaderWords(try CatalogueFile.attribute(in: LedgerData.headers))
  }

  init(_ file: Attribute) {
    synonyms = Field.allCases.flatMap { field in
      (file["fields"]?[field.id]?.texts ?? []).map { Synonym(field: field, text: $0) }
    }
    series = Field.allCases.flatMap { field in
      [SeriesLabel.Span.month, .yearToDate].flatMap { span in
        (file["series"]?[field.id]?[span.rawValue]?.texts ?? []).map {
          SeriesLabel(field: field, span: span, text: $0)
        }
      }
    }
    composites = Self.shared(file["composite"])
    contextDependent = Self.shared(file["context_dependent"])
    marks = file["marks"]?.texts ?? []
    ignored = file["ignored"]?.texts ?? []
    derived = file["derived"]?.texts ?? []
    unmapped = file["unmapped"]?.texts ?? []
    leafWords = file["leaf_words"]?.texts ?? []
    moneyUnits = Self.units(file["units"]?["money"])
    foreignUnits = file["units"]?["foreign"]?.texts ?? []
    areaUnits = Self.units(file["units"]?["area"])
    peopleUnits = Self.units(file["units"]?["people"])
  }

  private static func shared(_ entries: Attribute?) -> [SharedLabel] {
    (entries?.items ?? []).flatMap { entry in
      let fields = (entry["fields"]?.texts ?? []).compactMap { Field(id: $0) }
      return (entry["labels"]?.texts ?? []).map { SharedLabel(text: $0, fields: fields) }
    }
  }

  private static func units(_ entry: Attribute?) -> [UnitWord] {
    (entry?.members ?? [:]).compactMap { word, factor in
      factor.text.map { UnitWord(word: word, factor: $0) }
    }.sorted { ($1.word.count, $0.word) < ($0.word.count, $1.word) }
  }
}
