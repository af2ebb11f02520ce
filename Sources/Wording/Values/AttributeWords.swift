package import Ledger

/// The attributes of a catalogue item in words, each with the path by which it is set.
package enum AttributeWords {
  /// Lines such as 目标值（value）：260; nested attributes are indented below.
  package static func lines(_ attribute: Attribute) -> [String] {
    lines(
      attribute, in: "",
      Reading(key: { key in labels[key].map { "\($0)（\(key)）" } ?? key }, text: { $0 }))
  }

  /// The lines without paths, for people who set nothing: only names, also of items.
  package static func lines(_ attribute: Attribute, _ catalogue: Catalogue) -> [String] {
    lines(
      attribute, in: "",
      Reading(key: { SettingWords.label([$0]) }, text: { name(of: $0, catalogue) ?? $0 }))
  }

  /// The lines without values that only programs read: codes without a name.
  package static func readableLines(_ attribute: Attribute, _ catalogue: Catalogue) -> [String] {
    lines(
      attribute, in: "",
      Reading(
        key: { $0 == "english" || !SettingWords.isNamed($0) ? nil : SettingWords.label([$0]) },
        text: { name(of: $0, catalogue) }))
  }

  /// How keys and texts are shown; nil leaves them out.
  private struct Reading {
    let key: (String) -> String?
    let text: (String) -> String?
  }

  /// The name of a code, any other text unchanged; nil for a code without a name.
  private static func name(of text: String, _ catalogue: Catalogue) -> String? {
    guard text.wholeMatch(of: /[a-z][a-z0-9_.-]*/) != nil else { return text }
    if let field = Field(id: text) { return field.label }
    // A code never refers to a setting or a header word.
    let kinds = CatalogueKind.allCases.filter { ![.setting, .header].contains($0) }
    if let item = kinds.lazy.compactMap({ catalogue.item($0, text) }).first { return item.name }
    return SettingWords.isNamed(text) ? SettingWords.choice(text) : nil
  }

  private static func lines(
    _ attribute: Attribute, in indent: String, _ reading: Reading
  ) -> [String] {
    attribute.members.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
      guard let name = reading.key(key) else { return [] }
      let heading = indent + name + "："
      switch value {
      case .text(let text): return reading.text(text).map { [heading + $0] } ?? []
      case .list(let items) where items.allSatisfy { $0.text != nil }:
        let texts = value.texts.compactMap(reading.text)
        if texts.isEmpty, !items.isEmpty { return [] }
        return [heading + texts.joined(separator: "、")]
      case .list(let items):
        return [heading] + items.flatMap { lines($0, in: indent + "  - ", reading) }
      case .map:
        let below = lines(value, in: indent + "  ", reading)
        return below.isEmpty && !value.members.isEmpty ? [] : [heading] + below
      }
    }
  }

  /// The names of keys.
  package static let labels: [String: String] = [
    "led_chains": "所牵头的产业链", "of": "对谁", "policy": "规则", "rights": "权限", "scope": "范围",
    "after": "之后", "ambiguous": "可指几样的", "annual": "每年", "asks": "条件和样子", "cols": "列",
    "back_with_reason": "倒退要写事由",
    "basis": "口径", "day": "次月几日前", "needs_plan": "要有年度计划", "stages": "阶段", "batch": "批次",
    "category": "类别", "certainty": "确定程度", "chain": "产业链",
    "chain_basis": "归链依据", "chains": "产业链", "classes": "类", "combine": "合并办法",
    "companies": "企业", "company": "企业", "company_role": "企业的角色", "comparator": "比较",
    "conditions": "推进状态", "confirmed_by": "由谁认定", "counted_state": "计入的状态",
    "counts_in_totals": "计入合计", "date": "日期", "date_field": "日期字段", "deadline": "时限",
    "deadline_kind": "时限种类",
    "deadline_kinds": "时限种类", "default": "默认", "definition": "定义", "doubtful": "存疑的",
    "draft": "草稿", "dropped_beginnings": "可省的开头", "dropped_endings": "可省的结尾", "effort": "力度",
    "enabled": "启用", "english": "英文", "entered_when": "进入条件", "evidence": "依据", "expects": "应有",
    "field": "字段", "fields": "字段", "form": "格式", "former_codes": "原代码", "goal_explicit": "目标明确",
    "government": "政府", "group": "组", "groups": "组", "ignored": "忽略的", "in_lists": "清单里的写法",
    "industries": "行业", "industry": "行业", "initial_state": "起始状态", "intent_beginnings": "意向的开头",
    "intent_words": "意向的用语", "lagging_at_least": "滞后下限", "leads": "牵头单位", "level": "级别",
    "levels": "级别", "manufacturing": "制造业", "meaning": "含义", "means": "指", "measure": "算法",
    "member_of": "属于", "mode": "方式", "models": "型号", "modes": "方式", "names": "名称",
    "nature_types": "建设性质", "normal_at_least": "正常下限", "normal_step": "正常步数",
    "office_endings": "机构的结尾", "oc4ids": "OC4IDS", "open_problem": "未办结问题",
    "optional_beginning": "可省的开头",
    "options": "选项", "order": "顺序", "overdue_is_serious": "逾期算严重", "owner": "业主",
    "owners": "归口单位", "part_of": "属于", "parts": "部分", "phase": "时期", "place": "地点",
    "place_endings": "地名的结尾", "prefix": "前缀", "primary": "主", "project": "项目", "projects": "项目",
    "publisher": "发布单位", "region": "地区", "register": "清单", "requires": "要有", "revoked": "已撤回",
    "roles": "角色", "rule": "规则", "section": "节", "section_endings": "内设机构的结尾",
    "sections": "门类", "sectors": "行业",
    "segments": "环节", "sender": "报送单位", "saved_by": "存的人", "shared": "共享", "sort": "排序",
    "stage": "阶段", "view": "显示为",
    "withdrawn": "已移出", "skip_with_reason": "跳步要写事由",
    "skippable_for_public": "公共项目可跳过", "stage_confidence": "阶段把握", "stage_hint": "阶段提示",
    "states": "状态", "subject": "关于", "targets": "目标", "task": "任务", "tasks": "任务", "tier": "档",
    "title": "标题", "unassigned": "没有归属的", "unit": "单位", "use": "用途", "usual_districts": "常见县区",
    "value": "目标值", "wording": "原文", "written": "写法", "year": "年度", "year_goal": "年度目标",
  ]
}
