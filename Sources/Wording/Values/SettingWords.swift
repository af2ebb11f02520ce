package import Ledger

/// The names of settings and their permitted values.
package enum SettingWords {
  /// The name of a path: 名称 · 正常, 阶段.
  package static func label(_ path: [String]) -> String {
    path.filter { $0 != "*" }.map { AttributeWords.labels[$0] ?? choice($0) }.joined(
      separator: " · ")
  }

  /// The permitted values: 1 到 28 的整数.
  package static func allowed(_ kind: SettingField.Kind) -> String {
    switch kind {
    case .number(let range): "\(range.lowerBound) 到 \(range.upperBound) 的整数"
    case .flag: "是、否"
    case .choice(let codes): codes.map(choice).joined(separator: "、")
    case .items(let kinds, let least):
      "\(kinds.map(\.label).joined(separator: "、"))的名称，用顿号隔开" + (least > 0 ? "，至少一个" : "")
    case .item(let kind): "一个\(kind.label)的名称"
    case .words: "用语，用顿号隔开，每个不超过 40 字"
    case .fields, .sensitive: "字段的名称，用顿号隔开"
    case .authority: "字段或单位，用顿号隔开；单位先列的名次在前，名次相同的用 = 连接"
    case .text(let most): "不超过 \(most) 字，不能空着"
    case .day: "日期，如 2026-03-28"
    case .prefix: "oc4ids- 加登记时给的小写字母和数字"
    }
  }

  /// The current value in words, with names instead of codes.
  package static func value(_ value: Attribute?, _ kind: SettingField.Kind, _ catalogue: Catalogue)
    -> String
  {
    let texts = value.map { $0.text.map { [$0] } ?? $0.texts } ?? []
    return texts.map { text in
      switch kind {
      case .flag, .choice: choice(text)
      case .items(let kinds, _):
        kinds.lazy.compactMap { catalogue.item($0, text)?.name }.first ?? text
      case .item(let itemKind): catalogue.item(itemKind, text)?.name ?? text
      case .fields: Field(id: text)?.label ?? text
      case .number, .words, .sensitive, .authority, .text, .day, .prefix: text
      }
    }.joined(separator: "、")
  }

  /// The word for a choice of a setting.
  package static func choice(_ code: String) -> String { choices[code] ?? code }

  /// Whether a key or a code has a name.
  package static func isNamed(_ code: String) -> Bool {
    AttributeWords.labels[code] != nil || choices[code] != nil
      || code.contains { !$0.isASCII } || code.allSatisfy(\.isNumber)
  }

  private static let choices = [
    "normal": "正常", "lagging": "滞后", "serious": "严重滞后", "unreported": "未报", "dengbao": "等保",
    "asvs": "长密码（ASVS）", "administrators": "管理员", "everyone": "所有人", "nobody": "不要求",
    "packages": "按打包项目", "split": "按子项目", "any": "满足一条", "all": "全部满足", "true": "是", "false": "否",
    "attraction": "招商", "planning": "立项", "progress": "进度", "economy": "主要经济指标",
    "investment": "投资", "upstream": "上游", "midstream": "中游", "downstream": "下游", "pillar": "支柱",
    "report": "报告", "editorial": "编者", "reserve": "储备", "chain_output": "产业链产值", "debt": "化债",
    "people": "就业",
    "ecology": "生态", "complete": "按时完成", "annual_task": "年度任务", "ongoing": "持续推进",
  ]
}
