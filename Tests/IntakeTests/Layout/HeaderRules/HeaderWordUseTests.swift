import Spreadsheet
import Testing

@testable import Intake
@testable import Ledger

/// The words of headers have one home: what is added there works, and what stands there is needed.
@Suite struct HeaderWordUseTests {
  private static let items = Result { try Catalogue.shipped().headerItems() }
  /// A word that no rule knows.
  private static let word = "卯酉"

  // MARK: What rules look for

  /// Headers in which a word of a list decides; `_` stands for the word.
  private static let probes: [HeaderTerm: [String]] = [
    .wordAnd: ["重点项目名称_代码"], .wordSituation: ["项目_>名称"], .wordBasic: ["项目_情况>名称"],
    .wordName: ["项目基本情况>_"], .wordFullName: ["甲牵头单位_"], .wordWhether: ["_产业基地"],
    .wordBelongs: ["是否_双百项目"], .wordPlanned: ["_开工"], .wordActual: ["开工时间>_"],
    .nameEnding: ["重点甲_"], .nameOther: ["_项目名称"], .namePrefix: ["_资金构成"],
    .nameHeading: ["_>名称", "_基本情况>名称"],
    .nameBody: ["项目联系人>_"], .codeEnding: ["项目名称（甲_）"], .codePlatform: ["甲_代码"],
    .codeOffice: ["甲_项目代码"], .codeProject: ["发改甲_"], .ownerUsccWord: ["甲_乙"],
    .contentWord: ["甲_乙"], .contentEnding: ["项目名称及甲_"], .progressEnding: ["甲_"],
    .problemsWord: ["甲_乙"], .nextStepWord: ["甲_乙"], .fundingEnding: ["甲_"],
    .landUse: ["甲_面积"], .landArea: ["甲用地_"], .jobsWord: ["甲_数"], .jobsOther: ["就业_甲"],
    .stageEnding: ["甲_"], .stageState: ["_"], .stageStateOf: ["_状态"], .chainEnding: ["甲_"],
    .natureEnding: ["甲_"], .isIndustrialWord: ["是否_甲"], .roleBody: ["甲牵头_"],
    .roleLead: ["甲_单位"], .roleCooperating: ["甲_单位"], .roleResponsible: ["甲_部门"],
    .roleInvestor: ["甲_"], .roleOwner: ["甲_"], .rolePair: ["甲_及联系人"],
    .personPhone: ["甲_"], .personContact: ["甲_"], .personCharge: ["甲_"],
    .personChargeOther: ["甲_负责人"], .personResponsible: ["甲_"], .personLeader: ["甲_"],
    .personSuffix: ["甲联系人_"], .placeAddress: ["甲_"], .placeOther: ["_地址"], .placeCounty: ["甲_乙"],
    .placeZone: ["甲_"], .dateTime: ["开工_"], .dateEnding: ["开工_"],
    .dateDuration: ["建设_>开工", "计划建设_"], .dateSpan: ["甲_"], .dateStart: ["甲_时间"],
    .dateFinish: ["甲_时间"], .dateProduction: ["甲_时间"], .dateSign: ["甲_时间"],
    .sumTotal: ["甲_"], .sumContract: ["甲_金额"], .sumFixed: ["甲_"], .sumMoney: ["合同甲_"],
    .sumWithout: ["甲合同额_乙"], .sumOwn: ["总投资>_"], .sumMadeUp: ["投资规模_>合计"], .sumSubtotal: ["_"],
    .sumAmong: ["_甲"],
    .sumFixedWithout: ["其中：固定资产投资_"], .sumHeading: ["甲_>设备"], .sumPart: ["投资>_甲"],
    .sumPartOther: ["投资>设备_"], .sumKind: ["其中：2026年_计划投资"], .sumBenefit: ["_甲>产值"],
    .sumOutput: ["达产>甲_"], .sumTax: ["达产>甲_", "甲年_乙"], .sumTaxOther: ["甲年税收_"],
    .seriesMoney: ["2026年完成甲_"], .seriesOther: ["2026年计划投资甲_"],
    .seriesSuffix: ["投资>2026年完成_"], .seriesSum: ["2026年完成>_"],
    .seriesBeyond: ["2027年及_计划投资"], .planBare: ["投资>2026年_"], .planSum: ["2026年甲_"],
    .doneWord: ["2026年甲_投资"], .doneFinished: ["甲2025年底_"], .doneBare: ["投资>2026年_"],
    .doneCumulative: ["3月_完成投资"], .doneSinceStart: ["甲_2026年完成投资"],
    .fundsWord: ["2026年甲_资金"], .fundsOf: ["2026年甲到位_"], .fundsBare: ["资金>2026年_"],
    .otherPivot: ["_甲总投资"], .otherPerson: ["甲_乙"], .otherBody: ["甲申报_"],
    .otherRole: ["甲_单位"], .otherRate: ["甲_"], .otherRateOf: ["_甲"], .otherApproval: ["甲_乙"],
    .otherApproved: ["文号_总投资"], .otherPartner: ["_甲地址"], .otherPartnerPlace: ["投资方甲_"],
    .otherEnding: ["总投资甲_"], .otherDeadline: ["甲_"], .otherPeriod: ["_期限"],
    .otherProblemKind: ["问题甲_"], .otherAbout: ["总投资_"], .otherBefore: ["_总投资"],
    .otherSameTime: ["2026年_完成投资"], .otherContractor: ["甲_单位联系人"],
    .otherContract: ["_签订时间"], .otherParty: ["甲_单位>联系人"], .otherSubject: ["甲_>总投资"],
    .otherPhase: ["其中：_>总投资"], .dateOther: ["竣工_时间"],
  ]

  /// What the rules say of a word's headers, with its list as it is or another.
  private static func outcome(
    _ term: HeaderTerm, _ word: String, with words: [String]? = nil
  ) throws -> [String] {
    var lexicon = try Shipped.lexicon.get()
    if let words { lexicon.words = HeaderWords(try altered(term.rawValue, words)) }
    let catalogue = try Shipped.catalogue.get()
    let reader = HeaderReader(lexicon: lexicon, catalogue: catalogue, year: 2026, month: 3)
    switch term {
    case .wordPlain: return ["\(lexicon.vocabulary.explains(HeaderLabel(word)))"]
    case .wordProject: return ["\(reader.isBareProject(HeaderLabel(word)))"]
    case .labelFigure:
      return ["\(TableFinder.isPeriodHeading("截至3月底\(word)", lexicon.words))"]
    case .numberWhole:
      let meaning = LocalNumberColumn.meaning(
        of: [HeaderLabel(word)], lexicon.words, below: 0, column: 0, in: Sheet(name: "", rows: []))
      return ["\(meaning == nil)"]
    default:
      return (probes[term] ?? []).map { probe in
        let path = probe.replacing("_", with: word).split(separator: ">").map {
          HeaderLabel(CellText.unified(String($0)))
        }
        return reader.known(path)?.text(catalogue) ?? "?"
      }
    }
  }

  private static func altered(_ code: String, _ words: [String]) throws -> [CatalogueItem] {
    try items.get().map { item in
      guard item.code == code else { return item }
      return CatalogueItem(
        kind: .header, code: code, name: item.name, position: item.position,
        aliases: words.map { Alias($0) })
    }
  }

  @Test(arguments: HeaderTerm.allCases)
  func `加一个用语，规则就认得；去掉一个，就有表头读得不同`(term: HeaderTerm) throws {
    let words = try Shipped.lexicon.get().words[term]
    #expect(
      try Self.outcome(term, Self.word, with: words + [Self.word])
        != Self.outcome(term, Self.word))
    for word in words {
      #expect(
        try Self.outcome(term, word, with: words.filter { $0 != word })
          != Self.outcome(term, word), "\(term.rawValue)：\(word)")
    }
  }

  // MARK: Whole labels

  @Test func `加一个同义的表头，那一列就读得出`() throws {
    for item in try Self.items.get() where HeaderTerm(rawValue: item.code) == nil {
      let isSeries = [.done, .funds].contains(Field(id: item.code))
      let label = isSeries ? "{Y}年\(Self.word)" : Self.word
      let lexicon = HeaderLexicon(
        HeaderWords(try Self.altered(item.code, item.aliases.map(\.text) + [label])))
      let catalogue = try Shipped.catalogue.get()
      let reader = HeaderReader(lexicon: lexicon, catalogue: catalogue, year: 2026, month: 3)
      let header = HeaderLabel(label.replacing("{Y}", with: "2026"))
      let meaning = reader.known([header])?.text(catalogue)
      let expected =
        switch item.code {
        case "plan", "done", "funds": "\(item.code).2026"
        case "done_before": "done_before.2025"
        case "ignore": ""
        default: item.code
        }
      #expect(meaning == expected)
      if item.code == Field.name.id { #expect(lexicon.mayName(Self.word)) }
    }
  }

  @Test func `自带的每个表头都用得着：查得到，不重复，也不是字段自己的名称`() throws {
    let lexicon = try Shipped.lexicon.get()
    var seen = Set(
      Field.allCases.filter(\.kind.isColumn).map {
        HeaderLabel.comparable(HeaderLabel($0.label).text)
      })
    for item in try Self.items.get() where HeaderTerm(rawValue: item.code) == nil {
      for alias in item.aliases.map(\.text) {
        let label = HeaderLabel(
          alias.replacing("{Y}", with: "2026").replacing("{M}", with: "3"))
        let isNew =
          Field(id: item.code)?.kind == .series
          ? lexicon.series(of: label)?.id == item.code
          : seen.insert(HeaderLabel.comparable(label.text)).inserted
            && lexicon.meaning(ofText: label.text) != nil
        #expect(isNew, "\(item.code)：\(alias)")
      }
    }
  }

  @Test func `不导入的表头都是别的规则不认得的`() throws {
    let catalogue = try Shipped.catalogue.get()
    let items = try Self.altered("ignore", [])
    let reader = HeaderReader(
      lexicon: HeaderLexicon(HeaderWords(items)), catalogue: catalogue, year: 2026, month: 3)
    let lexicon = try Shipped.lexicon.get()
    for label in lexicon.words.labels(of: "ignore") {
      #expect(reader.known([HeaderLabel(label)]) != .unmapped, "\(label)")
    }
  }
}
