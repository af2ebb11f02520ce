import Foundation
import Intake
import Ledger
import Matching
import Storage
import TestSupport
import Testing
import Wording

@testable import Operations

/// What is typed touches nothing of others, and tells nothing of them (测试数据).
extension HandWordTests {
  @Test func `县区的项目只能做自己项目的子项，别家的包和没有的包答得一样，别家的数不变`() throws {
    _ = try scratch.operations.add(
      ["项目名称": "测试别家大包", "县区": "柳城县"].map { Assignment(field: $0, text: $1) }, reason: nil)
    let county = try county()
    for package in ["测试别家大包", "测试没有的包"] {
      #expect(throws: OperationError.unknownProject(package)) {
        try county.edit("1", [Assignment(field: Field.package.id, text: package)], reason: nil)
      }
      #expect(throws: OperationError.unknownProject(package)) {
        _ = try county.add(
          ["项目名称": "测试新子项", "县区": "鹿寨县", Field.package.id: package].map {
            Assignment(field: $0, text: $1)
          }, reason: nil)
      }
      let file = scratch.folder.appending(path: "包.csv")
      try "项目名称,县区,\(Field.package.label),项目业主\n测试另一子项,鹿寨县,\(package),业主9\n".write(
        to: file, atomically: true, encoding: .utf8)
      let plan = try county.prepare(
        try ReceivedFile(path: file.path), ImportOptions(year: 2026)
      ).plan
      #expect(plan.count(.rejected) == 1 && plan.count(.new) == 0, "\(package)")
    }
    #expect(
      try county.edit(
        "1", [Assignment(field: Field.package.id, text: "测试\(Self.names[1])")], reason: nil
      ).entry != nil)
  }

  @Test(arguments: [500, 501]) func `项目名称至多五百个字`(count: Int) throws {
    let name = String(repeating: "长", count: count)
    let add = { try scratch.operations.add([Assignment(field: "项目名称", text: name)], reason: nil) }
    if count > 500 {
      #expect(throws: OperationError.nameTooLong(count, limit: 500)) { _ = try add() }
    } else {
      #expect(try add().entry != nil)
    }
  }

  @Test func `遮住的值，猜对猜错答得一样`() throws {
    _ = try scratch.operations.edit(
      "1", [Assignment(field: "联系电话", text: "13800001111")], reason: nil)
    _ = try scratch.operations.setItem(
      .role, code: "county", isNew: false, [(path: "rights", text: "see, edit")], reason: "测试")
    for number in ["13800001111", "13800002222"] {
      #expect {
        _ = try county().edit("1", [Assignment(field: "联系电话", text: number)], reason: nil)
      } throws: { if case OperationError.rightMissing(.contacts, _) = $0 { true } else { false } }
    }
  }
}
