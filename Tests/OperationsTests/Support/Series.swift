import Foundation

/// Three months of one sender's list, with what each month must come to (测试数据).
struct Series {
  /// A month of the series as it is expected.
  struct Month {
    let name: String
    let content: [String: Any]

    var file: String { content["file"] as? String ?? "" }

    /// A count of the month.
    func count(_ name: String) -> Int {
      (content["counts"] as? [String: Int])?[name] ?? -1
    }

    /// A list of objects of the month; of texts, objects of their `project`.
    func items(_ name: String) -> [[String: Any]] {
      if let texts = content[name] as? [String] { return texts.map { ["project": $0] } }
      return content[name] as? [[String: Any]] ?? []
    }
  }

  static let folder = Fixtures.lists.deletingLastPathComponent().appending(path: "Series")

  let months: [Month]
  let sender: String
  /// Hand edits, each with the month they follow.
  let edits: [[String: Any]]
  /// What stands in the rows: the series' own name of each project, by month and row.
  private var projects: [String: [Int: String]] = [:]
  private(set) var fields: [String: [Int: [String: Any]]] = [:]

  init() throws {
    let expected = try Self.object("expected.json")
    sender = expected["sender"] as? String ?? ""
    months = ["march", "april", "may"].compactMap { name in
      ((expected["months"] as? [String: Any])?[name] as? [String: Any]).map {
        Month(name: name, content: $0)
      }
    }
    edits = try Self.object("edits.json")["edits"] as? [[String: Any]] ?? []
    let records = try String(
      contentsOf: Self.folder.appending(path: "records.jsonl"), encoding: .utf8)
    for line in records.split(separator: "\n") {
      let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      guard let month = record["month"] as? String, let row = record["row"] as? Int else {
        continue
      }
      projects[month, default: [:]][row] = record["project"] as? String
      fields[month, default: [:]][row] = record["fields"] as? [String: Any]
    }
  }

  /// The series' own name of the project in a row.
  func project(_ month: Month, row: Int) -> String { projects[month.name]?[row] ?? "?" }

  /// The decisions first met in a month, in the form that `--decide` takes.
  func decisions(_ month: Month) throws -> String {
    let text = try String(
      contentsOf: Self.folder.appending(path: "decisions.yaml"), encoding: .utf8)
    let parts = text.components(separatedBy: "\n- ")
    let own = parts.dropFirst().filter { $0.contains("first_month: \(month.name)") }
    return "sender: \(sender)\ndecisions:\n"
      + own.map { "- " + ($0.components(separatedBy: "\nheaders").first ?? "") }
      .joined(separator: "\n")
  }

  private static func object(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.appending(path: name))
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }
}
