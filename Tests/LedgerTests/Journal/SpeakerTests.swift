import Testing

@testable import Ledger

@Suite("Who speaks")
struct SpeakerTests {
  @Test(arguments: [
    ("重大项目2026年3月.xlsx", "重大项目"), ("重大项目（2026年4月底）.xlsx", "重大项目"),
    ("2026-03 调度表.csv", "调度表"), ("调度表202603.xls", "调度表"), ("1-3月进展.xlsx", "进展"),
    ("list-march.xlsx", "list"), ("list-april.xlsx", "list"), ("示例/04-县.csv", "04-县"),
    ("2026年3月.xlsx", "2026年3月"), ("附件1.xlsx", "附件1"), ("附件2.xlsx", "附件2"),
    ("第一季度台账.ods", "台账"), (".csv", "csv"),
  ])
  func `文件名去掉月份，就是没注明单位的清单的称呼`(file: String, title: String) {
    #expect(Speaker.title(of: file) == title)
  }

  @Test func `注明了单位就是单位，没注明的各是各的`() {
    #expect(Speaker.name(sender: "市商务局", file: "一.csv") == "市商务局")
    #expect(Speaker.name(sender: "", file: "一.csv") != Speaker.name(sender: "", file: "二.csv"))
    #expect(Speaker.unnamed(Speaker.name(sender: "", file: "一.csv")) == "一")
    #expect(Speaker.unnamed("市商务局") == nil)
  }
}
