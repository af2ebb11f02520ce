import Ledger
import Wording

/// The sources of the project's values: imported lists, and documents named by acts.
extension OC4IDSProject {
  /// Each document once, in the order of the entries.
  func documents(_ numbers: [Int64]) -> [JSON] {
    var seen: Set<String> = []
    return numbers.compactMap { entries[$0] }.flatMap { entry in
      [entry.source.map { file($0, entry) }, entry.particulars.evidence.map { act($0, entry) }]
        .compactMap { $0 }
    }.compactMap { id, document in seen.insert(id).inserted ? document : nil }
  }

  private func file(_ source: Source, _ entry: Entry) -> (String, JSON) {
    let id = "sha256-\(source.sha256)"
    return (
      id,
      .known([
        ("id", .string(id)), ("title", .string(source.fileName)),
        ("description", .string(InterchangeWords.list(entry.number))),
        ("format", JSON.text(Self.mediaType(of: source.fileName))),
        ("language", .string("zh")),
        ("author", source.sender.isEmpty ? nil : .string(source.sender)),
      ])
    )
  }

  private func act(_ evidence: String, _ entry: Entry) -> (String, JSON) {
    let id = "entry-\(entry.number)"
    return (
      id,
      .object([
        ("id", .string(id)), ("title", .string(evidence)),
        ("description", .string(InterchangeWords.evidence(entry.number))),
        ("language", .string("zh")),
      ])
    )
  }

  /// The IANA media type of a list by its extension; nil for an unknown one.
  private static func mediaType(of name: String) -> String? {
    switch name.split(separator: ".").last?.lowercased() {
    case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case "xls", "et": "application/vnd.ms-excel"
    case "ods": "application/vnd.oasis.opendocument.spreadsheet"
    case "csv": "text/csv"
    case "tsv": "text/tab-separated-values"
    default: nil
    }
  }
}
