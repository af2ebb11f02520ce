import Ledger

/// A possible typing slip between two names: one character is replaced by another.
struct NameSlip {
  /// The evidence for a slip.
  enum Kind: Equatable {
    /// A common word of project names is broken in one of them: 项日, 标淮, 园区 as 圆区.
    case word
    /// The two characters sound or look alike.
    case alike
    /// No evidence: it may be something else.
    case none
  }

  let index: Int
  let one: Unicode.Scalar
  let other: Unicode.Scalar
  let kind: Kind
  /// Whether the first name has the correct word.
  let firstIsRight: Bool

  /// Nil unless the names have the same length and differ in one character.
  init?(_ first: NameText, _ second: NameText) {
    guard first.scalars.count == second.scalars.count else { return nil }
    let differing = first.scalars.indices.filter { first.scalars[$0] != second.scalars[$0] }
    guard differing.count == 1, let index = differing.first else { return nil }
    self.index = index
    one = first.scalars[index]
    other = second.scalars[index]
    guard one.isHan, other.isHan else {
      kind = .none
      firstIsRight = true
      return
    }
    let isWord = Self.standsInWord(first, index)
    let isOtherWord = Self.standsInWord(second, index)
    firstIsRight = isWord || !isOtherWord
    kind =
      isWord != isOtherWord && !Self.standsInNeighbour(isWord ? second : first, index)
      ? .word : Self.areAlike(one, other) ? .alike : .none
  }

  private static func standsInWord(_ text: NameText, _ index: Int) -> Bool {
    covers(words, text, index)
  }

  private static func standsInNeighbour(_ text: NameText, _ index: Int) -> Bool {
    covers(neighbours, text, index)
  }

  private static func covers(_ words: NameWords, _ text: NameText, _ index: Int) -> Bool {
    (max(0, index - 3)...index).contains { start in
      words.match(in: text, at: start).map { $0.end > index } ?? false
    }
  }

  private static func areAlike(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    Pinyin.shared.soundAlike(one, other)
      || lookalikes.contains { $0.contains(one) && $0.contains(other) }
  }

  /// Words frequent in project names that name no product.
  private static let words = NameWords([
    "项目", "工程", "建设", "标准", "厂房", "车间", "设施", "设备", "园区", "智能", "制造", "生产", "基地", "改造", "配套",
    "处理", "中心", "产业", "技术", "数字", "综合", "工厂", "加工", "提升", "升级", "示范", "创新", "服务", "安置", "小区",
    "公路", "道路", "农村", "城镇", "基础", "扩建", "新建", "研发", "检测", "物流", "仓储", "市场", "学校", "医院", "整治",
    "治理", "一体化", "现代", "绿色", "科技", "工业",
  ])

  /// Correct words that are one character away from those.
  private static let neighbours = NameWords([
    "栏目", "数目", "流程", "里程", "路程", "全程", "铺设", "架设", "敷设", "水准", "库房", "住房", "机房", "泵房", "用房", "公房",
    "楼房", "病房", "民房", "民间", "空间", "房间", "措施", "装备", "储备", "准备", "库区", "城区", "社区", "景区", "矿区", "灌区",
    "校区", "街区", "片区", "小区", "园区", "节能", "储能", "核能", "热能", "光能", "氢能", "功能", "动能", "水产", "量产", "房产",
    "特产", "墓地", "湿地", "场地", "用地", "工地", "耕地", "绿地", "制造", "建造", "打造", "再造", "改造", "管理", "治理", "整理",
    "护理", "办理", "处理", "中学", "小学", "大学", "农业", "林业", "渔业", "商业", "矿业", "牧业", "工业", "产业", "企业", "药业",
    "艺术", "文字", "联合", "组合", "结合", "复合", "整合", "药厂", "糖厂", "纸厂", "水厂", "电厂", "钢厂", "茶厂", "酒厂", "工厂",
    "铁路", "水路", "公路", "道路", "渠道", "管道", "隧道", "河道", "农村", "乡村", "新村", "城乡", "迁建", "重建", "改建", "扩建",
    "新建", "监测", "检验", "检修", "物资", "物业", "仓库", "广场", "菜场", "农场", "林场", "牧场", "机场", "医药", "医疗", "法院",
    "剧院", "学院", "学校", "党校", "技工", "铸造", "酿造", "织造", "精制", "研制", "开发", "研究", "蓝色", "红色",
  ])

  /// Characters easily confused with each other.
  private static let lookalikes: [Set<Unicode.Scalar>] = [
    ["日", "目", "曰", "口"], ["间", "问", "闻", "闭"], ["施", "旋", "族"], ["准", "淮", "惟"], ["己", "已", "巳"],
    ["未", "末", "木"], ["土", "士", "工"], ["千", "干", "于"], ["治", "冶"], ["货", "贷"], ["拆", "折", "析"],
    ["徽", "微"],
    ["园", "圆", "团"], ["设", "没", "役"], ["程", "呈"], ["农", "衣"], ["厂", "广"], ["房", "户"], ["建", "健"],
    ["场", "杨", "扬"],
    ["辆", "俩"], ["炼", "练"], ["密", "蜜"], ["侯", "候"], ["幕", "慕"], ["廷", "延"], ["晴", "睛"], ["兔", "免"],
    ["乌", "鸟"], ["今", "令"], ["贝", "见"], ["天", "夫", "大", "太"], ["人", "入", "八"], ["力", "刀", "九"],
    ["王", "玉", "主"],
    ["白", "自"], ["田", "由", "甲", "申"], ["午", "牛"], ["析", "折"], ["洒", "酒"], ["载", "栽", "裁"],
    ["拔", "拨"], ["竟", "竞"],
    ["辩", "辨", "瓣"], ["冷", "泠"], ["况", "祝"], ["技", "枝"], ["抢", "枪"], ["侵", "浸"], ["燥", "躁"],
    ["弛", "驰"],
  ]
}
