import Ledger
import TestSupport
import Testing

@testable import Intake

/// Which texts are looked at as labels: what is passed over must not be one.
@Suite struct NameLabelTests {
  private static let reader = Result {
    HeaderReader(
      lexicon: try Shipped.lexicon.get(), catalogue: try Shipped.catalogue.get(), year: 2026,
      month: 3)
  }

  /// Parts that labels are made of, and such as make no label of them.
  private static let parts = [
    "项目", "名称", "项目名称", "工程名称", "建设", "重大", "储备", "项目全称", "工程", "（必填）", "(万元)", "【项目】", "（",
    "）", " ", "\u{3000}", "*", "1.", "一、", "（二）", "No. ", " Project Name", "PPP", "2026年", "的",
    "目前",
    "本项目", "计划", "预计", "万元", "单位：", "清单", "柳南区", "示例电池", "12号", "其中：", "是否", "是否产业项目",
  ]

  private static func texts(_ seed: UInt64) -> [String] {
    var numbers = SeededNumbers(seed)
    return (0..<150).map { _ in
      (0..<Int.random(in: 1...5, using: &numbers)).map { _ in
        parts[Int.random(in: 0..<parts.count, using: &numbers)]
      }.joined()
    }
  }

  @Test(arguments: 1...4)
  func `what the rules call the name of projects is never passed over`(seed: UInt64) throws {
    let reader = try Self.reader.get()
    for text in Self.texts(seed) {
      let label = HeaderLabel(CellText.unified(text))
      let isName = reader.meaning(of: [label]) == .field(.name)
      #expect(reader.isName([label]) == isName, "\(text)")
      if isName || label.bare == "项目" { #expect(reader.lexicon.mayName(text), "\(text)") }
    }
  }

  @Test(arguments: 7...8)
  func `a label below a heading is a name as the rules say`(seed: UInt64) throws {
    let reader = try Self.reader.get()
    for (above, text) in zip(Self.texts(seed), Self.texts(seed + 100)) {
      let path = [HeaderLabel(above), HeaderLabel(text)]
      #expect(reader.isName(path) == (reader.meaning(of: path) == .field(.name)), "\(path)")
    }
  }

  @Test(arguments: 10...11)
  func `what is known as a label is what the rules give a meaning`(seed: UInt64) throws {
    let reader = try Self.reader.get()
    let known = KnownLabels(reader)
    var numbers = SeededNumbers(seed)
    let signs = Array("0123456789.-/,() ABCxyz[]:%#")
    let plain = (0..<150).map { _ in
      String((0..<8).map { _ in signs[Int.random(in: 0..<signs.count, using: &numbers)] })
    }
    for text in Self.texts(seed) + plain + ["No.", "序号", "PPP", "2026", "202603"] {
      let label = HeaderLabel(CellText.unified(text))
      let isKnown = reader.meaning(of: [label]) != .unmapped
      #expect(known.contains(text) == isKnown, "\(text)")
    }
  }

  @Test func `of the names of a list none is looked at as a label`() throws {
    let lexicon = try Shipped.lexicon.get()
    let names = (1...1000).map { "鱼峰区示例电池生产基地（项目\($0)期）建设项目" }
    #expect(names.filter(lexicon.mayName).isEmpty)
  }

  @Test func `a header that a person decided is found by its own words`() throws {
    let decision = Decision(
      .header, "标的物项目", .column(Field.name.id), sender: "示例局", file: "示例.csv")
    let catalogue = try Shipped.catalogue.get().adding([decision.item(position: 1)])
    let lexicon = try Shipped.lexicon.get().spoken(by: "示例局", catalogue)
    #expect(lexicon.mayName("标的物项目"))
    #expect(try !Shipped.lexicon.get().mayName("标的物项目"))
  }
}
