import Foundation
import Intake
import Ledger
import Testing

@testable import Operations
@testable import Website

/// Whatever is sent, the program does not fail at it.
@Suite struct FuzzTests {
  /// The same numbers on every machine.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let words = [
    "", "0", "-1", "1", "99999999999999999999", "x", "新能源", "开工", "../../etc/passwd", "/tmp/x",
    "「/x」", "\u{0}", "\u{202E}", "😀", "%", "2026", "2026-03", "2026-13-45", "1e999", "NaN", "null",
    "'; DROP TABLE project; --", "<script>", "=1+1", "yes", "list", "a,b", "、", "   ", "\n", "*",
    String(repeating: "长", count: 5_000), "1.5亿", "-0", "..", "2026-03..", "&a", "*a", "@",
  ]

  private static func word(_ numbers: inout Numbers) -> String {
    if Bool.random(using: &numbers) { return words.randomElement(using: &numbers) ?? "" }
    let count = Int.random(in: 0...12, using: &numbers)
    return String(
      String.UnicodeScalarView(
        (0..<count).compactMap { _ in
          Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &numbers))
        }))
  }

  private static func value(_ numbers: inout Numbers, depth: Int = 0) -> JSON {
    switch Int.random(in: 0...(depth > 3 ? 4 : 6), using: &numbers) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &numbers))
    case 2: return .integer(Int64.random(in: .min ... .max, using: &numbers))
    case 3:
      return .decimal(
        ["1.5", "-0.0", "1e400", "123456789012345678901"].randomElement(using: &numbers) ?? "1")
    case 4: return .string(word(&numbers))
    case 5:
      return .array(
        (0..<Int.random(in: 0...3, using: &numbers)).map { _ in value(&numbers, depth: depth + 1) })
    default:
      var names: Set<String> = []
      return .object(
        (0..<Int.random(in: 0...3, using: &numbers)).compactMap { _ in
          let name = word(&numbers)
          return names.insert(name).inserted ? (name, value(&numbers, depth: depth + 1)) : nil
        })
    }
  }

  /// A document that is nearly as promised.
  private static func document(_ schema: Schema, _ numbers: inout Numbers) -> JSON {
    if Int.random(in: 0..<8, using: &numbers) == 0 { return value(&numbers) }
    switch schema {
    case .named(let name):
      return Schemas.named[name].map { document($0, &numbers) } ?? .null
    case .object(let members, let others):
      var values = members.filter { $0.isRequired || Int.random(in: 0..<6, using: &numbers) == 0 }
        .map { ($0.name, document($0.schema, &numbers)) }
      if let others, Bool.random(using: &numbers) {
        let name =
          ["2026", "2026-03", "2026-01..03", "x", word(&numbers)]
          .randomElement(using: &numbers) ?? ""
        values.append((name, document(others, &numbers)))
      }
      return .object(values)
    case .array(let schema):
      return .array(
        (0..<Int.random(in: 0...3, using: &numbers)).map { _ in document(schema, &numbers) })
    case .either(let schemas):
      return schemas.randomElement(using: &numbers).map { document($0, &numbers) } ?? .null
    case .text(let rule):
      return .string(rule.allowed.randomElement(using: &numbers) ?? word(&numbers))
    case .boolean: return .bool(Bool.random(using: &numbers))
    case .nothing: return .null
    default: return value(&numbers)
    }
  }

  private static let routes = Routes.all.filter { $0.contract != nil }

  @Test func `No query and no body is answered as a fault of the program`() throws {
    let site = try TestSite()
    for (place, route) in Self.routes.enumerated() {
      var numbers = Numbers(state: UInt64(place))
      try Self.ask(route, site, &numbers)
    }
  }

  private static func ask(_ route: Route, _ site: TestSite, _ numbers: inout Numbers) throws {
    let contract = try #require(route.contract)
    for _ in 0..<12 {
      let path = route.pattern.dropFirst("/api/v1".count)
        .replacing("{id}", with: ["1", "2", "3", "99"].randomElement(using: &numbers) ?? "1")
        .replacing("{n}", with: ["1", "2", "3", "99"].randomElement(using: &numbers) ?? "1")
        .replacing("{book}", with: Book.allCases.randomElement(using: &numbers)?.rawValue ?? "raw")
        .replacing(
          "{kind}", with: CatalogueKind.allCases.randomElement(using: &numbers)?.rawValue ?? "")
      var items: [Query.Item] = []
      for parameter in contract.parameters where parameter.place == .query {
        guard parameter.isRequired || Int.random(in: 0..<8, using: &numbers) == 0 else { continue }
        items.append(Query.Item(name: parameter.name, value: word(&numbers)))
      }
      let query = Query(items).encoded
      let body = contract.body.map { body in
        body.schema.map { document($0, &numbers).text } ?? word(&numbers)
      }
      let tag = path.hasPrefix("/projects/") ? site.program("GET", "/projects/1")["ETag"] : "\"x\""
      let answer = site.program(
        route.method.rawValue, path + (query.isEmpty ? "" : "?" + query), body, ifMatch: tag)
      #expect(answer.status < 500, "\(route.method) \(path)?\(query) \(body ?? "")")
      #expect(contract.answers.contains { $0.status == answer.status }, "\(answer.status) \(path)")
      _ = answer.content
      // So many lists wait and no more.
      if let list = answer.json["id"]?.integer, contract.name == "sendList" {
        _ = site.settled(list)
      }
    }
  }
}
