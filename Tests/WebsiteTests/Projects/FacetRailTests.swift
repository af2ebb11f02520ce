import Foundation
import Intake
import Ledger
import Operations
import Testing

@testable import Website

/// The facets beside a list.
@Suite struct FacetRailTests {
  /// A value of a facet: where its link leads, what it is called, how many it promises.
  private struct Value {
    let target: String
    let words: String
    let count: Int?
  }

  private static func values(of title: String, in html: String) -> [Value] {
    let facet = html.components(separatedBy: "<section class=\"facet\"><h3>").first {
      $0.hasPrefix(title + " ")
    }?.components(separatedBy: "</section>")[0]
    return (facet ?? "").components(separatedBy: "<a href=\"").dropFirst().map { piece in
      let halves = piece.components(separatedBy: "</a>")[0].components(separatedBy: "\">")
      let parts = halves[0].components(separatedBy: "\" data-count=\"")
      return Value(
        target: parts[0].replacing("&amp;", with: "&"), words: halves[1],
        count: parts.count > 1 ? Int(parts[1]) : nil)
    }
  }

  private static func total(of html: String) -> Int? {
    html.components(separatedBy: "data-total=\"").dropFirst().first
      .flatMap { Int($0.prefix { $0 != "\"" }) }
  }

  /// Two projects are planned in batches of the year.
  private func planBatches(_ site: TestSite) throws {
    for (project, batch) in [("1", "2026=开工一批"), ("2", "2026=签约一批")] {
      _ = try site.operations.move(
        project, StageMove(stage: "签约", batch: batch, reason: "测试"))
    }
  }

  @Test(arguments: FilterProperty.facets)
  func `（未填）旁边选着什么都点得开，写着几项就是几项，再点就去掉`(property: FilterProperty) throws {
    let site = try TestSite()
    // What each property looks at is blank in some project.
    let fields: [Field] = [
      .chain, .stage, .condition, .district, .zone, .nature, .isIndustrial, .leadUnits,
      .responsibleUnits, .cooperatingUnits,
    ]
    _ = try site.operations.edit(
      "4", fields.map { Assignment(field: FieldKey($0).text, text: "") }, reason: "测试")
    try planBatches(site)
    let all = site.get("/projects").text
    let chosen = Self.values(of: property.title, in: all)
    #expect(!chosen.isEmpty)
    for value in chosen {
      let page = site.get(value.target).text
      let none = Self.values(of: property.title, in: page).first { $0.words == "（未填）" }
      // Nothing lacks it, or nothing else is left beside it.
      guard let none else { continue }
      let there = site.get(none.target).text
      #expect(Self.total(of: there) == none.count, "\(value.words) \(none.target)")
      let again = try #require(
        Self.values(of: property.title, in: there).first { $0.words == "（未填） ✕" })
      #expect(Self.total(of: site.get(again.target).text) == Self.total(of: all), "\(again.target)")
    }
  }

  @Test(arguments: FilterProperty.facets)
  func `选了一个，别的值旁边的数是它自己的，点数只看它，点字两个都看`(property: FilterProperty) throws {
    let site = try TestSite()
    for (project, nature) in [("1", "新建"), ("2", "改建")] {
      _ = try site.operations.edit(
        project, [Assignment(field: FieldKey(.nature).text, text: nature)], reason: "测试")
    }
    try planBatches(site)
    let first = try #require(
      Self.values(of: property.title, in: site.get("/projects").text).first { $0.count != nil })
    let page = site.get(first.target).text
    let facet = page.components(separatedBy: "<section class=\"facet\"><h3>").first {
      $0.hasPrefix(property.title + " ")
    }?.components(separatedBy: "</section>")[0]
    let numbers = (facet ?? "").components(separatedBy: "<a class=\"count\" href=\"").dropFirst()
    #expect(!numbers.isEmpty)
    for piece in numbers {
      let parts = piece.components(separatedBy: "\"")
      let target = parts[0].replacing("&amp;", with: "&")
      #expect(Int(parts[2]) == Self.total(of: site.get(target).text), "\(target)")
      #expect(piece.contains(" </span>\(parts[2])</a>"))
    }
    let values = Self.values(of: property.title, in: page)
    // Whatever promises a number keeps it.
    for value in values where value.count != nil {
      #expect(value.count == Self.total(of: site.get(value.target).text), "\(value.target)")
    }
  }
}
