import Ledger
import Testing

@testable import Intake

/// Rows that hold a label and sums: heading, memo line, note or project. All names are invented.
@Suite struct LabelRowTests {
  /// A list, what its rows are, and what its projects are read as.
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let drawing: String
    let ignored: String
    let rows: String
    var findings = ""
  }

  static let examples: [Example] = [
    Example(
      testDescription: "合计下面的其中行不是项目，也不定阶段",
      drawing: """
        序号 | 项目名称 | 建设地点 | 总投资（万元）
        总计 | | | 30
        | 其中：新开工项目 | | 10
        | 续建项目 | | 20
        （一） | 甲组 | | 30
        1 | 甲示例项目 | 甲路 | 10
        2 | 乙示例项目 | 乙路 | 20
        """,
      ignored: "2=total 3=memo 4=memo 5=section",
      rows: """
        6 甲示例项目
        7 乙示例项目
        """),
    Example(
      testDescription: "合计下面一连几行，最后一行的数与下面各行对得上，是分组",
      drawing: """
        序号 | 项目名称 | 建设地点 | 总投资（万元）
        | 合计 | | 60
        | 国有投资 | | 45
        | 民间投资 | | 15
        | 柳城县 | | 30
        1 | 甲示例项目 | 甲路 | 10
        2 | 乙示例项目 | 乙路 | 20
        | 鹿寨县 | | 30
        3 | 丙示例项目 | 丙路 | 30
        """,
      ignored: "2=total 3=memo 4=memo 5=section 8=section",
      rows: """
        6 甲示例项目 district=柳城县
        7 乙示例项目 district=柳城县
        9 丙示例项目 district=鹿寨县
        """),
    Example(
      testDescription: "合计下面一连几行，最后一行的数对不上，是其中行",
      drawing: """
        序号 | 项目名称 | 建设地点 | 总投资（万元）
        | 合计 | | 30
        | 续建项目 | | 20
        | 新开工项目 | | 10
        1 | 甲示例项目 | 甲路 | 20
        2 | 乙示例项目 | 乙路 | 10
        """,
      ignored: "2=total 3=memo 4=memo",
      rows: """
        5 甲示例项目
        6 乙示例项目
        """),
    Example(
      testDescription: "责任单位分组，旁边写项数、合计和牵头单位",
      drawing: """
        序号 | 项目名称 | 建设内容 | 总投资（万元） | 责任科室
        | 市水利局 | 1 | 10 |
        1 | 甲示例项目 | 建堤 | 10 | 规划科
        一 | 改造工程 | 2项 | 30 | 由市商务局牵头
        2 | 乙示例项目 | 改造 | 10 | 建设科
        3 | 丙示例项目 | 改造 | 20 | 建设科
        """,
      ignored: "2=section 4=section",
      rows: """
        3 甲示例项目 lead_units=市水利局
        5 乙示例项目
        6 丙示例项目
        """),
    Example(
      testDescription: "没有序号的名称行，金额对不上，可能是项目",
      drawing: """
        序号 | 项目名称 | 建设地点 | 总投资（万元）
        1 | 甲示例项目 | 甲路 | 10
        | 乙示例中心 | | 7
        2 | 丙示例项目 | 丙路 | 20
        """,
      ignored: "3=section",
      rows: """
        2 甲示例项目
        4 丙示例项目
        """,
      findings: "row.unclear B3"),
    Example(
      testDescription: "没有序号列的表，名称加数就是项目",
      drawing: """
        项目名称 | 建设地点 | 总投资（万元）
        甲示例项目 | | 10
        柳江区 | | 20
        乙示例项目 | 乙路 | 20
        """,
      ignored: "3=section",
      rows: """
        2 甲示例项目
        4 乙示例项目 district=柳江区
        """),
    Example(
      testDescription: "各行只有一、二、三，就是序号",
      drawing: """
        序号 | 项目名称 | 建设地点 | 总投资（万元）
        一 | 甲示例项目 | 甲路 | 10
        二 | 乙示例项目 | | 20
        三 | 丙示例项目 | 丙路 | 30
        合计 | | | 60
        """,
      ignored: "5=total",
      rows: """
        2 甲示例项目
        3 乙示例项目
        4 丙示例项目
        """),
    Example(
      testDescription: "不认得的分组结束同级的产业链",
      drawing: """
        序号 | 项目名称 | 建设地点 | 总投资（万元）
        一、新能源 | | |
        1 | 甲示例项目 | 甲路 | 10
        二、社会事业 | | |
        2 | 乙示例医院项目 | 乙路 | 20
        附注：内部资料 | | |
        """,
      ignored: "2=section 4=section 6=footnote",
      rows: """
        3 甲示例项目 chain=新能源
        5 乙示例医院项目
        """),
    Example(
      testDescription: "没有编号的标题在一、上面时是最外一层",
      drawing: """
        序号 | 项目名称 | 建设地点 | 总投资（万元）
        ◆续建项目◆ | | | 30
        一、柳南区 | | | 10
        1 | 甲示例项目 | 甲路 | 10
        二、柳北区 | | | 20
        ①新能源 | | | 20
        2 | 乙示例项目 | 乙路 | 20
        【新开工项目】 | | | 5
        一、柳南区 | | | 5
        3 | 丙示例项目 | 丙路 | 5
        """,
      ignored: "2=section 3=section 5=section 6=section 8=section 9=section",
      rows: """
        4 甲示例项目 district=柳南区 stage=建设
        7 乙示例项目 chain=新能源 district=柳北区 stage=建设
        10 丙示例项目 district=柳南区 stage=开工
        """),
    Example(
      testDescription: "壹、 Ⅱ. A. 各成一级",
      drawing: """
        序号 | 项目名称 | 建设地点 | 总投资（万元）
        壹、续建项目 | | |
        Ⅰ.柳南区 | | |
        A.新能源产业（共1个，总投资10万元） | | |
        1 | 甲示例项目 | 甲路 | 10
        B.其他 | | |
        2 | 乙示例项目 | 乙路 | 20
        Ⅱ.柳北区 | | |
        3 | 丙示例项目 | 丙路 | 5
        贰、新开工项目 | | |
        4 | 丁示例项目 | 丁路 | 5
        """,
      ignored: "2=section 3=section 4=section 6=section 8=section 10=section",
      rows: """
        5 甲示例项目 chain=新能源 district=柳南区 stage=建设
        7 乙示例项目 district=柳南区 stage=建设
        9 丙示例项目 district=柳北区 stage=建设
        11 丁示例项目 stage=开工
        """),
    Example(
      testDescription: "以下空白、点线和空序号行不是项目",
      drawing: """
        序号 | 项目名称 | 建设地点 | 总投资（万元）
        1 | 甲示例项目 | 甲路 | 10
        2 | （以下空白） | |
        3 | | |
        …… | …… | …… |
        填表人（签字）：甲 | | 日期：2026年3月 |
        """,
      ignored: "3=footnote 5=footnote 6=footnote",
      rows: "2 甲示例项目"),
  ]

  @Test(arguments: examples) func `只有名称和数的行`(_ example: Example) throws {
    let reading = try DrawnReading(example.drawing)
    #expect(reading.ignored == example.ignored)
    #expect(reading.rows("chain", "district", "stage", "lead_units") == example.rows)
    let unclear = reading.list.findings.filter { $0.code == .rowUnclear }
    #expect(unclear.map { "\($0.code.rawValue) \($0.cell)" }.joined() == example.findings)
  }

  @Test(arguments: [
    ("第一部分 续建", HeadingNumber.part, "续建"), ("壹、续建", .formal, "续建"),
    ("一 续建", .chinese, "续建"), ("十二．续建", .chinese, "续建"), ("（三）续建", .bracketedChinese, "续建"),
    ("Ⅳ、续建", .roman, "续建"), ("II.续建", .roman, "续建"), ("12、续建", .arabic, "续建"),
    ("（3）续建", .bracketedArabic, "续建"), ("③续建", .circled, "续建"), ("A.续建", .letter, "续建"),
  ])
  func `标题编号的写法`(_ text: String, _ number: HeadingNumber, _ rest: String) {
    let split = HeadingNumber.split(text)
    #expect(split.number == number)
    #expect(split.words == rest)
  }

  @Test(arguments: ["1.5万吨电解铝", "三江县", "十里铺路网", "第三污水厂", "一期工程", "A座改造", "2026年项目"])
  func `像编号的名称不是编号`(_ text: String) {
    #expect(HeadingNumber.split(text).number == nil)
  }
}
