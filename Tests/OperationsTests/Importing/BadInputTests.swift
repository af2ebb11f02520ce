import Foundation
import Testing
import Wording

@testable import Operations

/// What cannot be a list is refused with a sentence, a way out and an exit code; nothing is written.
@Suite struct BadInputTests {
  private func refusal(_ name: String, _ bytes: [UInt8]?) throws -> ErrorWording {
    let scratch = try ScratchLedger()
    let path = scratch.folder.appending(path: name).path
    if let bytes { try Data(bytes).write(to: URL(filePath: path)) }
    let error = #expect(throws: (any Error).self) {
      _ = try scratch.operations.prepare(try ReceivedFile(path: path), ImportOptions())
    }
    #expect(try scratch.operations.entries(limit: 9).count == 1)
    return ErrorWording(try #require(error))
  }

  @Test func `没有这个文件`() throws {
    let words = try refusal("没有.xlsx", nil)
    #expect(words.kind == .noInput)
    #expect(words.sentence.contains("找不到文件"))
  }

  @Test func `是文件夹`() throws {
    let scratch = try ScratchLedger()
    let error = #expect(throws: OperationError.isDirectory(path: scratch.folder.path)) {
      _ = try ReceivedFile(path: scratch.folder.path)
    }
    #expect(ErrorWording(try #require(error)).kind == .noInput)
  }

  @Test func `空文件`() throws {
    let words = try refusal("空.xlsx", [])
    #expect(words.kind == .data)
    #expect(words.sentence == "文件是空的。")
  }

  @Test func `图片`() throws {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    let words = try refusal("清单.xlsx", png + [UInt8](repeating: 0, count: 200))
    #expect(words.kind == .data)
    #expect(words.sentence.contains("图片"))
  }

  @Test func `没有项目清单的表`() throws {
    let words = try refusal("通讯录.csv", Array("姓名,部门,电话\n甲,乙,1\n丙,丁,2\n".utf8))
    #expect(words.kind == .data)
    #expect(words.sentence.contains("没有认出项目清单"))
    #expect(words.hint?.advice?.contains("项目名称") == true)
  }

  @Test func `没有一列能认作项目名称时说明白`() throws {
    let words = try refusal("清单.csv", Array("序号,厂房简介,备注\n1,测试数据厂房，新建一栋,\n".utf8))
    #expect(words.kind == .data)
    #expect(words.sentence.contains("没有一行表头能认作“项目名称”"))
  }

  @Test func `一个单元格的文字太长，不说成全部文字太多`() throws {
    let text = "项目名称,建设内容\n测试数据厂房," + String(repeating: "长", count: 400_000) + "\n"
    let words = try refusal("清单.csv", Array(text.utf8))
    #expect(words.sentence.contains("一个单元格的文字"))
  }

  @Test func `清单里一个名称都没有`() throws {
    let words = try refusal(
      "清单.csv", Array("序号,项目名称,总投资（万元）,县区\n1,,500,柳南区\n2,,600,柳北区\n".utf8))
    #expect(words.kind == .data)
    #expect(words.sentence.contains("没有一行填了项目名称"))
  }

  @Test func `一句话说清楚每种错误，不露出程序的名字`() throws {
    let errors: [any Error] = [
      OperationError.notConfirmed, OperationError.unknownBook("x"),
      OperationError.planMoved(expected: "a", found: "b"), OperationError.nameMissing,
    ]
    for error in errors {
      let words = ErrorWording(error)
      #expect(words.sentence.hasSuffix("。"))
      #expect(!words.sentence.contains("Error"))
    }
  }
}

extension Hint {
  /// What helps in every skin.
  fileprivate var advice: String? { if case .advice(let text) = self { text } else { nil } }
}
