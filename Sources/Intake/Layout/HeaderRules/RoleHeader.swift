import Ledger

/// Who does what: the head noun stands at the end, the role before it.
enum RoleHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    let leaf = path.leaf
    let isPhone = leaf.endsWithAny(["电话", "手机", "手机号", "联系方式", "号码"])
    let isPerson = leaf.containsAny(["联系人", "联络员", "经办人", "负责人"])
    if isPhone {
      return isPerson && leaf.containsAny(["及", "、", "和"]) ? .contactAndPhone : .field(.phone)
    }
    if leaf.hasSuffix("责任人") { return .field(.responsiblePerson) }
    if leaf.endsWithAny(["联系人", "联络员", "联络人", "经办人", "项目负责人"]) { return .field(.contact) }
    if leaf.endsWithAny(["领导", "链长"]) { return .field(.leader) }
    if leaf.containsAny(["信用代码", "纳税人识别号"]) { return .field(.ownerUSCC) }
    return body(leaf).map { .field($0) }
  }

  private static func body(_ leaf: String) -> Field? {
    let isUnit = leaf.endsWithAny(["单位", "部门", "机构", "主体", "局委", "委办局", "方", "者"])
    if isUnit {
      if leaf.containsAny(["牵头", "主责"]) { return .leadUnits }
      if leaf.containsAny(["配合", "协办", "协同", "协助", "参与"]) { return .cooperatingUnits }
      if leaf.contains("责任") || leaf.hasPrefix("属地单位") || leaf.hasPrefix("承办") {
        return .responsibleUnits
      }
    }
    if leaf.containsAny(["投资方", "投资商", "投资企业", "合作企业", "合作方", "客商"]) {
      return .investor
    }
    if leaf.containsAny(["业主", "项目法人", "项目单位", "建设单位", "投资主体", "实施主体", "实施单位"]) {
      return .owner
    }
    return nil
  }
}
