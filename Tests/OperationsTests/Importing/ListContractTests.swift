import Foundation
import Matching
import Testing

@testable import Operations

/// The contract of the import: every list gives exactly the result beside it.
@Suite struct ListContractTests {
  static let files = [Fixtures.lists, Fixtures.heldOut].flatMap { folder in
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  }
  .filter { $0.hasSuffix(".expected.json") }
  .map { String($0.dropLast(".expected.json".count)) }.sorted()

  @Test func `两个文件夹的清单都在`() {
    #expect(Self.files.count > 90)
  }

  @Test(arguments: files)
  func `清单按约定读成项目、问题和合计`(stem: String) throws {
    let expected = try Fixtures.json("\(stem).expected.json")
    let name = try #require(expected["file"] as? String)
    let scratch = try ScratchLedger()
    let actual = try scratch.plan(name, year: expected["as_of_year"] as? Int)
    let differences = ListComparison(expected: expected, actual: actual).differences
    #expect(differences.isEmpty, "\(differences.prefix(10).joined(separator: "\n"))")
  }

  @Test func `四月清单对三月台账的方案`() throws {
    let scratch = try ScratchLedger()
    try scratch.commit("list-march.xlsx")
    let plan = try scratch.plan("list-april.xlsx", year: 2026)
    let expected = try Fixtures.json("list-april.plan.json")
    for key in ["new", "changed", "unchanged", "not_in_file", "possible_duplicates"] {
      #expect(
        NSDictionary(object: expected[key] ?? NSNull(), forKey: "" as NSString)
          == NSDictionary(object: plan[key] ?? NSNull(), forKey: "" as NSString), "\(key)")
    }
  }
}

/// Where a list's actual result is not the expected one, in words.
struct ListComparison {
  let expected: [String: Any]
  let actual: [String: Any]

  var differences: [String] {
    var found: [String] = []
    if string(expected["rejected"]) != string(actual["rejected"]) {
      return ["rejected: \(string(expected["rejected"])) ≠ \(string(actual["rejected"]))"]
    }
    if string(expected["as_of_month"]) != string(actual["as_of_month"]) {
      found.append("as_of_month: \(string(actual["as_of_month"]))")
    }
    let (left, right) = (objects(expected["sheets"]), objects(actual["sheets"]))
    if left.count != right.count { found.append("sheets: \(right.count) for \(left.count)") }
    for (one, other) in zip(left, right) { found += sheet(one, other) }
    found += set("issue", "issues", ["severity", "code", "sheet", "cell", "raw"])
    found += set("total", "totals_check", ["sheet", "row", "field", "stated", "computed", "ties"])
    return found
  }

  private func sheet(_ one: [String: Any], _ other: [String: Any]) -> [String] {
    var found: [String] = []
    let name = string(one["name"])
    for key in ["name", "visible", "header_rows", "columns", "unmapped_columns"]
    where string(one[key]) != string(other[key]) {
      found.append("\(name).\(key): \(string(one[key])) ≠ \(string(other[key]))")
    }
    let (ignored, ignoredNow) = (kinds(one), kinds(other))
    if ignored != ignoredNow { found.append("\(name).ignored: \(ignored) ≠ \(ignoredNow)") }
    let (rows, rowsNow) = (projects(one), projects(other))
    for row in Set(rows.keys).union(rowsNow.keys).sorted() where rows[row] != rowsNow[row] {
      found.append("\(name) row \(row): \(rows[row] ?? "none") ≠ \(rowsNow[row] ?? "none")")
    }
    return found
  }

  /// `title`, `note` and `footnote` are one kind.
  private func kinds(_ sheet: [String: Any]) -> [String: String] {
    (sheet["ignored_rows"] as? [String: String] ?? [:]).mapValues {
      ["title", "note", "footnote"].contains($0) ? "text" : $0
    }
  }

  private func projects(_ sheet: [String: Any]) -> [Int: String] {
    let rows = objects(sheet["projects"]).map { ($0["row"] as? Int ?? 0, string($0["fields"])) }
    return Dictionary(rows) { first, _ in first }
  }

  private func set(_ label: String, _ key: String, _ members: [String]) -> [String] {
    func lines(_ side: [String: Any]) -> Set<String> {
      Set(
        objects(side[key]).map { object in
          members.map { string(object[$0]) }.joined(separator: " | ")
        })
    }
    return lines(expected).subtracting(lines(actual)).sorted().map { "missing \(label): \($0)" }
      + lines(actual).subtracting(lines(expected)).sorted().map { "false \(label): \($0)" }
  }

  private func objects(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }

  /// One text for equal values, whatever the order of members.
  private func string(_ value: Any?) -> String {
    guard let value else { return "" }
    guard JSONSerialization.isValidJSONObject([value]),
      let data = try? JSONSerialization.data(withJSONObject: [value], options: [.sortedKeys])
    else { return "\(value)" }
    return String(decoding: data, as: UTF8.self)
  }
}
