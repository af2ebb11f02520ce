import Testing

@testable import Ledger

@Suite("What lists call things")
struct ResolutionTests {
  let catalogue: Catalogue

  init() throws { catalogue = try Shipped.catalogue.get() }

  @Test(arguments: [CatalogueKind.chain, .unit, .district, .zone, .stage, .condition, .register])
  func `every canonical name means its item`(kind: CatalogueKind) {
    for item in catalogue.items(of: kind) where item.isInLists {
      #expect(catalogue.resolve(kind, item.name) == .item(item.code), "\(item.name)")
    }
  }

  @Test(arguments: [
    ("汽车产业", "智能网联及新能源汽车"), ("新能源汽车", "智能网联及新能源汽车"), ("工程机械", "高端装备制造"),
    ("动力电池", "新能源"), ("螺蛳粉", "绿色食品加工"), ("新能源产业链", "新能源"), ("钢铁及关键金属新材料产业", "钢铁及关键金属新材料"),
    ("人工智能终端与机器人产业链", "人工智能终端及机器人"), ("ＡＩ终端", "人工智能终端及机器人"), ("低空经济产业", "低空经济"),
    ("柳州市页岩气产业", "页岩气"), ("林产加工 及纸业", "林产加工及纸业"), ("新能源（动力电池）", "新能源"),
  ])
  func `usual words for a chain`(text: String, name: String) {
    #expect(named(.chain, catalogue.resolveChain(text)) == name)
  }

  @Test(arguments: ["新材料", "能源产业", "新能源、低空经济", "充电桩"])
  func `a word that fits several chains is ambiguous`(text: String) {
    guard case .ambiguous(let codes) = catalogue.resolveChain(text) else {
      Issue.record("\(catalogue.resolveChain(text))")
      return
    }
    #expect(codes.count == 2)
  }

  @Test(arguments: ["纺织服装", "文旅产业", "现代服务业", "电子信息", "量子纠缠养殖"])
  func `no chain, or too loose a word for one, is unknown`(text: String) {
    guard case .unknown = catalogue.resolveChain(text) else {
      Issue.record("\(catalogue.resolveChain(text))")
      return
    }
  }

  @Test(arguments: [
    ("柳州市发展和改革委员会", "市发展改革委"), ("发改委", "市发展改革委"), ("柳州市发改委", "市发展改革委"),
    ("市工信委", "市工业和信息化局"), ("环保局", "市生态环境局"), ("柳州市环保局", "市生态环境局"),
    ("市住房和城乡建设局", "市住房城乡建设局"), ("市 自然资源 局", "市自然资源和规划局"), ("鹿寨县发改局", "鹿寨县人民政府"),
    ("柳州市柳江县国土资源局", "柳江区人民政府"), ("融水县", "融水苗族自治县人民政府"), ("三江", "三江侗族自治县人民政府"),
    ("柳东新区", "柳东新区管委会"), ("高新区管委会", "柳东新区管委会"), ("北部生态新区经济发展局", "阳和工业新区（北部生态新区）管委会"),
    ("鹿寨工信局", "鹿寨县人民政府"), ("各县（区）人民政府", "各县区人民政府"), ("共青团柳州市委员会", "团市委"),
    ("鱼峰区政府", "鱼峰区人民政府"), ("阳和工业新区(北部生态新区)管委会", "阳和工业新区（北部生态新区）管委会"),
  ])
  func `units by full, short, former and local names`(text: String, name: String) {
    #expect(named(.unit, catalogue.resolveUnit(text)) == name)
  }

  @Test func `an unknown unit comes with near names`() {
    guard case .unknown(let nearest) = catalogue.resolveUnit("市资源局") else {
      Issue.record("resolved")
      return
    }
    #expect(nearest.contains("市自然资源和规划局"))
    #expect(nearest.count <= 3)
  }

  @Test(arguments: ["柳州城投集团", "市大数据发展局", "市招商服务中心", "鹿寨客运站", "市政府督查室"])
  func `what is no unit of the lists is unknown`(text: String) {
    guard case .unknown = catalogue.resolveUnit(text) else {
      Issue.record("\(catalogue.resolveUnit(text))")
      return
    }
  }

  @Test func `新区 fits both administrations`() {
    #expect(catalogue.resolveUnit("新区") == .ambiguous(["admin-liudong", "admin-yanghe"]))
  }

  @Test func `a list keeps what it knows, once, in order`() {
    let list = catalogue.resolveList(.unit, "市发改委、市发展改革委；市大数据局 鹿寨县政府，柳东新区管委会")
    #expect(list.codes == ["drc", "gov-luzhai", "admin-liudong"])
    #expect(list.unknown.map(\.text) == ["市大数据局"])
    #expect(catalogue.resolveList(.unit, "各县、区人民政府").codes == ["all-districts"])
  }

  @Test(arguments: ["、", "，", ",", "；", "/", " ", "\n"])
  func `a county or zone beside a unit of the city is two units`(separator: String) {
    var wrong: [String] = []
    for place in catalogue.items(of: .district) + catalogue.items(of: .zone) {
      guard case .item(let own) = catalogue.resolveUnit(place.name) else { continue }
      for unit in catalogue.items(of: .unit) where unit.code != own && unit.isInLists {
        for names in [[place.name, unit.name], [unit.name, place.name]] {
          let list = catalogue.resolveList(.unit, names.joined(separator: separator))
          if Set(list.codes) != [own, unit.code] { wrong.append("\(names) \(list.codes)") }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(5))")
  }

  @Test(arguments: [
    ("鹿寨", "鹿寨县|"), ("柳江县", "柳江区|"), ("市本级", "柳州市|"), ("广西柳州市融水县", "融水苗族自治县|"),
    ("鱼峰区（柳东新区）", "鱼峰区|柳东新区"), ("柳东新区/鱼峰区", "鱼峰区|柳东新区"), ("高新区", "|柳东新区"),
    ("柳州高新区", "|柳东新区"), ("北部生态新区", "|阳和工业新区（北部生态新区）"), ("柳江区（原柳江县）", "柳江区|"),
  ])
  func `counties and zones`(text: String, names: String) {
    guard case .place(let district, let zone) = catalogue.resolvePlace(text) else {
      Issue.record("\(catalogue.resolvePlace(text))")
      return
    }
    let found = [
      district.map { catalogue.name(of: .district, $0) } ?? "",
      zone.map { catalogue.name(of: .zone, $0) } ?? "",
    ]
    #expect(found.joined(separator: "|") == names)
  }

  @Test(arguments: ["新区", "柳州高新区（柳东新区）", "经开区", "柳南区、柳江区", "市区"])
  func `a place that fits several is ambiguous`(text: String) {
    guard case .ambiguous = catalogue.resolvePlace(text) else {
      Issue.record("\(catalogue.resolvePlace(text))")
      return
    }
  }

  @Test(arguments: ["市辖区", "来宾市", "鹿寨县中渡镇", "柳州经开区"])
  func `no place of the lists is unknown`(text: String) {
    guard case .unknown = catalogue.resolvePlace(text) else {
      Issue.record("\(catalogue.resolvePlace(text))")
      return
    }
  }

  @Test(arguments: [
    ("谋划", "谋划 储备 策划 前期 前期工作 预备 储备项目 前期工作阶段 谋划一批"), ("洽谈", "洽谈 在谈 对接 对接洽谈 意向 正在洽谈 洽谈中"),
    ("签约", "签约 新签约 已签约 签约项目"), ("开工", "开工 新开工 已开工 新开工项目"), ("建设", "建设 在建 续建 正在建设 建设中 在建项目"),
    ("投产", "投产 竣工 建成 竣工投产 建成投产 已竣工 投产一批"), ("达产", "达产 达产达效 已达产"),
  ])
  func `stages by their usual words`(name: String, words: String) {
    for word in words.split(separator: " ") {
      guard case .stage(let code) = catalogue.resolveStage(String(word)) else {
        Issue.record("\(word): \(catalogue.resolveStage(String(word)))")
        continue
      }
      #expect(catalogue.name(of: .stage, code) == name, "\(word)")
    }
  }

  @Test(arguments: [
    ("正常", "正常 正常推进"), ("暂停", "暂停 缓建 停工 已停工"), ("停建", "停建 已停建"), ("终止", "终止 已终止"),
    ("退库", "退库 已退库"), ("盘活", "盘活 已盘活"),
  ])
  func `conditions in a stage column`(name: String, words: String) {
    for word in words.split(separator: " ") {
      guard case .condition(let code) = catalogue.resolveStage(String(word)) else {
        Issue.record("\(word)")
        continue
      }
      #expect(catalogue.name(of: .condition, code) == name, "\(word)")
    }
  }

  @Test(arguments: [
    "拟开工", "拟建", "计划开工", "预计投产", "待开工", "未开工", "筹建", "落地", "推进", "已落地", "正在推进", "落地项目",
    "开工、在建",
  ])
  func `an intent is no stage`(text: String) {
    guard case .ambiguous = catalogue.resolveStage(text) else {
      Issue.record("\(catalogue.resolveStage(text))")
      return
    }
  }

  @Test(arguments: ["滞后", "办手续", "出库", "征地拆迁"])
  func `other words are unknown`(text: String) {
    guard case .unknown = catalogue.resolveStage(text) else {
      Issue.record("\(catalogue.resolveStage(text))")
      return
    }
  }

  @Test(arguments: [
    ("双百", "双百项目"), ("“双百”项目", "双百项目"), ("储备库", "储备重大项目"), ("自治区层面统筹推进重大项目", "统筹推进重大项目"),
  ])
  func `registers`(text: String, name: String) {
    #expect(named(.register, catalogue.resolveRegister(text)) == name)
  }

  @Test func `a register outside the five stays as written`() {
    guard case .unknown = catalogue.resolveRegister("七个一批") else {
      Issue.record("resolved")
      return
    }
  }

  private func named(_ kind: CatalogueKind, _ resolution: Resolution) -> String {
    if case .item(let code) = resolution { return catalogue.name(of: kind, code) }
    return "\(resolution)"
  }
}
