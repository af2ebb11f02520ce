import Ledger
import Testing
import Wording

@testable import Operations

/// Settings say what something reads, and nothing else. 测试数据
@Suite struct SettingSchemaTests {
  private func set(_ operations: LedgerOperations, _ code: String, _ path: String, _ text: String)
    throws
    -> CatalogueItem
  {
    try operations.setItem(
      .setting, code: code, isNew: false, [(path: path, text: text)], reason: "测试"
    ).item
  }

  static let wrong = [
    ("reporting", "day", "很多"), ("reporting", "day", "40"), ("reporting", "day", "0"),
    ("reporting", "nope", "1"), ("reporting", "stages", "[\"x\"]"), ("reporting", "stages", ""),
    ("reporting", "needs_plan", "也许"), ("light", "normal_at_least", "abc"),
    ("light", "lagging_at_least", "30"), ("light", "open_problem", "unreported"),
    ("light", "names.normal", ""), ("light", "rule", "随便"), ("password", "policy", "none"),
    ("oc4ids", "prefix", "abc"), ("report", "date", "三月"), ("stage-moves", "normal_step", "-1"),
    ("double-hundred", "confirmed_by", "没有的局"), ("double-hundred", "conditions", "x"),
    ("milestone-landed", "requires", "没有的字段"), ("words.chain", "ambiguous.新的词", "没有的链"),
    ("task-outline", "sections", "x"), ("sensitive", "fields", "segment"),
    ("sensitive", "fields", "remark、industry"),
  ]

  @Test(arguments: wrong) func `写错了不收，什么都不变`(code: String, path: String, text: String) throws {
    let operations = try ScratchLedger().operations
    let before = try operations.catalogue().item(.setting, code)
    do {
      _ = try set(operations, code, path, text)
      Issue.record("\(code) \(path)=\(text) was taken")
    } catch OperationError.unfitSetting(_, _, let allowed) {
      #expect(!allowed.isEmpty)
    } catch OperationError.unknownInSetting {
    } catch OperationError.malformedArgument {
      // A text where there is a group of values.
    }
    #expect(try operations.catalogue().item(.setting, code) == before)
  }

  @Test func `写对了的照收，存成读得懂的样子`() throws {
    let operations = try ScratchLedger().operations
    _ = try set(operations, "reporting", "stages", "开工、建设")
    _ = try set(operations, "reporting", "needs_plan", "否")
    _ = try set(operations, "reporting", "day", "10")
    let rule = try operations.catalogue().reportingRule
    #expect(rule.stages == ["start", "build"] && !rule.needsPlan && rule.day == 10)
    _ = try set(operations, "light", "open_problem", "正常")
    #expect(try operations.catalogue().lightRule.openProblem == .normal)
  }

  @Test func `随程序来的每条设置都有规定，原样再写一遍都收，也还是原样`() throws {
    let catalogue = try Catalogue.shipped()
    for item in catalogue.items(of: .setting) {
      let fields = try #require(SettingSchema.fields(of: item.code), "\(item.code)")
      for field in fields {
        for path in field.paths(in: item.attributes) {
          guard let value = path.reduce(item.attributes as Attribute?, { $0?[$1] }) else {
            continue
          }
          let words = SettingWords.value(value, field.kind, catalogue)
          if field.kind == .sensitive { continue }
          let text = path.joined(separator: ".")
          #expect(!words.isEmpty || value == .list([]), "\(item.code) \(text)")
          let kept = try SettingCheck(catalogue).kept(
            item.setting(text, words), after: [text])
          #expect(kept.attributes == item.attributes, "\(item.code) \(text)")
        }
      }
    }
  }
}

extension CatalogueItem {
  /// The item with a text at a path.
  fileprivate func setting(_ path: String, _ text: String) -> CatalogueItem {
    func set(_ attribute: Attribute, _ parts: ArraySlice<String>) -> Attribute {
      guard let key = parts.first else { return .text(text) }
      var members = attribute.members
      members[key] = set(members[key] ?? .map([:]), parts.dropFirst())
      return .map(members)
    }
    return CatalogueItem(
      kind: kind, code: code, name: name, position: position, aliases: aliases,
      attributes: set(attributes, path.split(separator: ".").map(String.init)[...]))
  }
}
