import Ledger

/// Headers that look like a field and are none: other bodies' roles, targets, rates, rankings,
/// approvals, photographs, deadlines, categories of problems, what a partner's place is.
enum WithoutFieldHeader {
  static let meaning: @Sendable (HeaderPath, HeaderReader) -> ColumnMeaning? = { path, reader in
    let leaf = path.leaf
    let isOther =
      isPivot(leaf) || isOtherBody(leaf) || isRate(leaf) || isApproval(path)
      || isPartnersPlace(path)
      || leaf.endsWithAny(["目标", "排名", "名次", "照片", "图片", "附件"])
      || isDeadline(leaf) || (leaf.contains("问题") && leaf.endsWithAny(["类别", "类型", "分类"]))
      || path.period.isOtherMonth && !reader.lexicon.isField(path.labels.last)
    return isOther ? .unmapped : nil
  }

  /// 求和项:总投资 of a pivot table counts or adds up what another table lists.
  private static func isPivot(_ leaf: String) -> Bool {
    ["求和项:", "计数项:", "平均值项:", "最大值项:", "最小值项:"].contains { leaf.hasPrefix($0) }
  }

  /// Bodies that neither own, lead nor answer for the project.
  private static func isOtherBody(_ leaf: String) -> Bool {
    if leaf.containsAny(["法定代表人", "法人代表", "填报人", "填表人", "审核人"]) { return true }
    guard leaf.endsWithAny(["单位", "部门", "机构", "机关"]) else { return false }
    return leaf.containsAny([
      "主管", "申报", "填报", "报送", "上报", "招商", "备案", "施工", "承建", "监理", "设计", "勘察", "代建",
      "总承包", "审批", "招标代理",
    ]) && !leaf.containsAny(["牵头", "责任", "配合"])
  }

  private static func isRate(_ leaf: String) -> Bool {
    leaf.endsWithAny(["率", "比例", "占比", "比重", "百分比", "增速", "进度差", "时序进度", "同比", "%"])
      || leaf.hasPrefix("完成年度计划") || leaf.hasPrefix("占年")
  }

  /// 前期手续, 立项, 环评批复 and their like, by themselves or as headings.
  private static func isApproval(_ path: HeaderPath) -> Bool {
    let words = ["前期手续", "手续办理", "批复", "文号", "施工许可", "备案证", "要素保障"]
    // 批复总投资 is the total that was approved.
    if path.leaf.contains("批复"), path.leaf.endsWithAny(["总投资", "概算"]) { return false }
    return path.labels.contains { $0.bare.containsAny(words) }
  }

  /// 投资方所在地 is not the project's place.
  private static func isPartnersPlace(_ path: HeaderPath) -> Bool {
    let partners = ["投资方", "合作方", "投资商", "投资企业", "合作企业", "客商", "企业总部"]
    return path.joined.containsAny(partners)
      && path.leaf.endsWithAny(["所在地", "地址", "国别", "来源地", "注册地", "所在省", "省份", "简介"])
  }

  private static func isDeadline(_ leaf: String) -> Bool {
    leaf.endsWithAny(["时限", "期限", "截止时间"])
      && !leaf.containsAny(["下一步", "下步", "建设期限", "起止"])
  }
}

extension HeaderLexicon {
  /// Whether the catalogue gives a label a field of its own.
  func isField(_ label: HeaderLabel?) -> Bool {
    guard let label, case .field = meaning(of: label) else { return false }
    return true
  }
}
