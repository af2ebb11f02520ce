import Foundation
import Ledger
import Testing
import Wording

@testable import Operations

/// Owners of fields are set only to what the catalogue knows. 测试数据
@Suite struct AuthoritySettingTests {
  static let wrong: [(String, String, nearest: String)] = [
    ("x", "y", "groups.组.fields"), ("groups.plannig.owners", "drc", "planning"),
    ("groups.planning.owner", "drc", "owners"), ("groups.planning.owners", "drcc", "drc"),
    ("groups.planning.owners", "drc > 市投资促局", "invest-promo"),
    ("groups.planning.owners", "drc=市投资促局", "invest-promo"),
    ("groups.planning.fields", "total_investmnt", "total_investment"),
    ("groups.attraction.fields", "registers.shuangbei", "registers.shuangbai"),
  ]

  @Test(arguments: wrong) func `组、字段、单位写错了，拒绝并提示相近的`(path: String, text: String, nearest: String)
    throws
  {
    let operations = try ScratchLedger().operations
    do {
      _ = try operations.setItem(
        .setting, code: "authority", isNew: false, [(path: path, text: text)], reason: nil)
      Issue.record("\(path)=\(text) was taken")
    } catch OperationError.unknownInSetting(_, let found) {
      #expect(found.contains(nearest), "\(found)")
    }
  }

  static let right = [
    ("groups.planning.owners", "drc > 市工业和信息化局、lead = responsible"),
    ("groups.planning.fields", "total_investment、plan"), ("groups.planning.name", "立项"),
    ("groups.attraction.fields", "investor、registers.shuangbai"),
  ]

  @Test(arguments: right) func `写对了的照收`(path: String, text: String) throws {
    let operations = try ScratchLedger().operations
    _ = try operations.setItem(
      .setting, code: "authority", isNew: false, [(path: path, text: text)], reason: nil)
  }

  @Test func `目录每一条的属性，都有中文的叫法`() throws {
    let catalogue = try Catalogue.shipped()
    let kinds = CatalogueKind.allCases.filter { ![.decision, .recipe].contains($0) }
    let keys = Set(kinds.flatMap { catalogue.items(of: $0) }.flatMap { $0.attributes.members.keys })
    #expect(keys.filter { AttributeWords.labels[$0] == nil }.sorted() == [])
  }
}
