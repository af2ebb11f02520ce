import Ledger

/// Who does what: the head noun stands at the end, the role before it.
enum RoleHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, _ in
    // 姓名 below 项目联系人 is the contact's, 企业名称 below 项目业主 the owner's.
    let isNameOnly = ["姓名", "名称", "企业名称", "单位名称", "公司名称"].contains(path.leaf)
    let leaf = isNameOnly ? path.headings.first?.bare ?? path.leaf : path.leaf
    let isPhone = leaf.endsWithAny(["电话", "手机", "手机号", "手机号码", "联系方式", "号码"])
    let isPerson = leaf.containsAny(["联系人", "联络员", "联络人", "经办人", "负责人"])
    if isPhone {
      let isTwo = leaf.containsAny(["及", "、", "和", "/", "与"])
      if isTwo, leaf.containsAny(["责任人", "领导"]) { return .unmapped }
      return isTwo && isPerson ? .contactAndPhone : .field(.phone)
    }
    if leaf.endsWithAny(["责任人", "责任人姓名", "责任人及职务"]) {
      return isBodyAndPerson(leaf) ? .unmapped : .field(.responsiblePerson)
    }
    if leaf.endsWithAny(["联系人", "联系人姓名", "联络员", "联络人", "经办人"]) {
      return isBodyAndPerson(leaf) ? .unmapped : .field(.contact)
    }
    if leaf.endsWithAny(["负责人"]), !leaf.containsAny(["牵头", "责任", "主要", "分管", "单位及"]) {
      return .field(.contact)
    }
    if leaf.endsWithAny(["领导", "领导姓名", "领导及职务", "链长"]) { return .field(.leader) }
    if leaf.containsAny(["信用代码", "纳税人识别号"]) { return .field(.ownerUSCC) }
    return body(leaf).map { .field($0) }
  }

  /// 责任单位及责任人 holds two things and so means neither.
  private static func isBodyAndPerson(_ leaf: String) -> Bool {
    leaf.containsAny(["单位及", "部门及", "业主及", "单位、", "单位/", "业主、", "业主/"])
  }

  private static func body(_ leaf: String) -> Field? {
    let head = leaf.trimmingSuffixes(of: ["名称", "全称"])
    let isUnit = head.endsWithAny(["单位", "部门", "机构", "主体", "局委", "委办局", "方", "者"])
    if isUnit {
      if head.containsAny(["牵头", "主责"]) { return .leadUnits }
      if head.containsAny(["配合", "协办", "协同", "协助", "参与"]) { return .cooperatingUnits }
      if head.contains("责任") || head.hasPrefix("属地单位") || head.hasPrefix("承办") {
        return .responsibleUnits
      }
    }
    if head.endsWithAny(["投资方", "投资商", "投资企业", "合作企业", "合作方", "客商"]) { return .investor }
    let owners = [
      "业主", "业主单位", "法人", "法人单位", "项目单位", "建设单位", "投资主体", "实施主体", "实施单位", "建设主体",
    ]
    return head.endsWithAny(owners) ? .owner : nil
  }
}
