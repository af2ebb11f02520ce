import Testing

@testable import Intake

@Suite struct CellTextTests {
  @Test(arguments: [
    ("建设\n性质", "建设 性质"), ("  a \u{3000} b ", "a b"), ("a\u{200B}b", "ab"), ("'001", "001"),
    ("a\u{A0}b", "a b"), ("\t138", "138"), ("项目", "项目"), ("", ""), ("１２（三）", "１２（三）"),
  ])
  func `空白并成一个空格，全角照原样`(text: String, expected: String) {
    #expect(CellText.unified(text) == expected)
  }

  @Test(arguments: ["", "/", "-", "--", "—", "——", "_", "无", "暂无", "待定", "未定", "／", "－", "\\"])
  func `这些写法都是没填`(text: String) {
    #expect(CellText.isBlank(text))
  }

  @Test(arguments: ["0", "无锡", "待建", "A", "无人机"])
  func `看着像没填其实填了`(text: String) {
    #expect(!CellText.isBlank(text))
  }

  @Test(arguments: [
    ("廖志强 13800000299", "廖志强", "13800000299"), ("13800000299", "", "13800000299"),
    ("廖志强", "廖志强", ""), ("廖志强：0772-2800000", "廖志强", "0772-2800000"),
    ("廖志强（13800000299）", "廖志强", "13800000299"),
  ])
  func `联系人和电话分开`(text: String, contact: String, phone: String) {
    let split = ContactText.split(text)
    #expect((split.contact ?? "") == contact)
    #expect((split.phone ?? "") == phone)
  }
}
