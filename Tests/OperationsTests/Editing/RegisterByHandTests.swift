import Foundation
import Intake
import Ledger
import Storage
import Testing
import Wording

@testable import Operations

/// A clerk puts projects on the city's registers by hand (测试数据).
@Suite struct RegisterByHandTests {
  private let scratch: ScratchLedger

  init() throws { scratch = try ScratchLedger() }

  private func edit(_ project: String, _ text: String) throws {
    _ = try scratch.operations(on: "2026-03-02").edit(
      project, [Assignment(field: "项目库", text: text)], reason: nil)
  }

  private func members(of register: String) throws -> Int {
    try scratch.operations.reading { store, catalogue in
      let options = ["register": [register], "year": ["2026"]]
      return try store.totals(ProjectFilter(options: options, catalogue: catalogue)).count
    }
  }

  @Test func `写清单的名称、代码或别名，项目就在今年的那个清单上，查得到`() throws {
    var number = 0
    for item in try scratch.operations.catalogue().items(of: .register) {
      for word in [item.name, item.code] + item.aliases.map(\.text) {
        number += 1
        let project = try scratch.add(["name": "测试数据第\(number)号厂"])
        try edit(project, word)
        let record = try scratch.operations.show(project).project.record
        #expect(record[FieldKey(register: item.code, year: 2026)] != nil, "\(word)")
      }
      #expect(try members(of: item.name) == 2 + item.aliases.count, "\(item.name)")
    }
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `目录里没有的清单不采用，说出相近的名称；几个里有一个不对就都不写`() throws {
    let project = try scratch.add(["name": "测试数据甲厂"])
    let before = try scratch.operations.show(project).project.record
    for text in ["招商落地", "招商落地项目、没有的清单", "没有的清单"] {
      let error = try #require(throws: OperationError.self) { try edit(project, text) }
      let sentence = ErrorWording(error).sentence
      #expect(sentence.contains("项目库"), "\(sentence)")
      if text == "招商落地" { #expect(sentence.contains("是不是“招商落地项目”"), "\(sentence)") }
    }
    #expect(try scratch.operations.show(project).project.record == before)
    try edit(project, "招商落地项目、双百项目")
    #expect(try members(of: "招商落地项目") == 1)
    #expect(try members(of: "双百项目") == 1)
  }
}
