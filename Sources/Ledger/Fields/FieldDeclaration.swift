/// The declaration of one field.
package struct FieldDeclaration: Sendable {
  /// The stable identifier.
  package let id: String
  /// Chinese label.
  package let label: String
  /// English label.
  package let english: String
  package let kind: FieldKind
  /// The width of a printed column in characters (an East Asian character is two).
  package let width: Int
  /// Whether it is personal data: never told by books, masked in lists. What the setting adds is treated alike
  /// (`Catalogue.sensitiveFields`).
  package let isSensitive: Bool
}

extension Field {
  static let declarations: [FieldDeclaration] = allCases.map { field in
    let (id, label, english, kind, width) = field.words
    return FieldDeclaration(
      id: id, label: label, english: english, kind: kind, width: width,
      isSensitive: field == .phone || field == .contact)
  }

  private var words: (String, String, String, FieldKind, Int) {
    switch self {
    case .code: ("code", "项目代码", "Project code", .text, 26)
    case .localNumber: ("local_number", "项目编号", "Local number", .text, 14)
    case .name: ("name", "项目名称", "Name", .text, 36)
    case .otherNames: ("other_names", "曾用名", "Other names", .list, 24)
    case .package: ("package", "所属打包项目", "Package", .text, 24)
    case .registers: ("registers", "项目库/清单", "Registers", .memberships, 20)
    case .chain: ("chain", "产业链", "Industry chain", .reference(.chain), 20)
    case .otherChains: ("other_chains", "关联产业链", "Other chains", .references(.chain), 20)
    case .segment: ("segment", "产业链环节", "Chain segment", .text, 12)
    case .industry: ("industry", "国民经济行业", "Industry (GB/T 4754)", .text, 18)
    case .isIndustrial: ("is_industrial", "是否产业项目", "Industrial", .flag, 8)
    case .nature: ("nature", "建设性质", "Nature of works", .text, 10)
    case .stage: ("stage", "阶段", "Stage", .reference(.stage), 8)
    case .condition: ("condition", "状态", "Condition", .reference(.condition), 8)
    case .leadUnits: ("lead_units", "牵头单位", "Lead units", .references(.unit), 18)
    case .responsibleUnits:
      ("responsible_units", "责任单位", "Responsible units", .references(.unit), 18)
    case .cooperatingUnits:
      ("cooperating_units", "配合单位", "Cooperating units", .references(.unit), 18)
    case .leader: ("leader", "包联领导", "Leader in charge", .text, 10)
    case .responsiblePerson: ("responsible_person", "责任人", "Responsible person", .text, 10)
    case .owner: ("owner", "项目业主", "Owner", .text, 26)
    case .ownerUSCC: ("owner_uscc", "统一社会信用代码", "Unified social credit code", .text, 20)
    case .investor: ("investor", "投资方", "Investor", .text, 24)
    case .contact: ("contact", "联系人", "Contact", .text, 10)
    case .phone: ("phone", "联系电话", "Phone", .text, 14)
    case .district: ("district", "县区", "District", .reference(.district), 12)
    case .zone: ("zone", "新区/园区", "Zone", .reference(.zone), 16)
    case .address: ("address", "建设地点", "Site", .text, 24)
    case .content: ("content", "建设规模及主要内容", "Scope of works", .text, 44)
    case .totalInvestment: ("total_investment", "总投资", "Total investment", .money, 14)
    case .fixedInvestment: ("fixed_investment", "固定资产投资", "Fixed-asset investment", .money, 14)
    case .contractInvestment: ("contract_investment", "合同投资额", "Contract investment", .money, 14)
    case .doneBefore: ("done_before", "截至上年底累计完成投资", "Done before the year", .series, 14)
    case .plan: ("plan", "年度计划投资", "Plan of the year", .series, 14)
    case .done: ("done", "完成投资", "Investment done", .series, 14)
    case .funds: ("funds", "到位资金", "Funds in place", .series, 14)
    case .funding: ("funding", "资金来源", "Sources of funding", .list, 16)
    case .landArea: ("land_area", "用地面积（亩）", "Land (mu)", .quantity, 10)
    case .signDate: ("sign_date", "签约时间", "Signed", .date, 12)
    case .startPlanned: ("start_planned", "计划开工时间", "Planned start", .date, 12)
    case .startActual: ("start_actual", "实际开工时间", "Actual start", .date, 12)
    case .finishPlanned: ("finish_planned", "计划竣工时间", "Planned finish", .date, 12)
    case .finishActual: ("finish_actual", "实际竣工时间", "Actual finish", .date, 12)
    case .productionDate: ("production_date", "投产时间", "In production", .date, 12)
    case .progress: ("progress", "形象进度", "Progress", .text, 36)
    case .monthlyProgress:
      ("monthly_progress", "形象进度（分月）", "Progress by month", .texts, 36)
    case .milestones: ("milestones", "节点", "Milestones", .matters, 30)
    case .problems: ("problems", "存在问题", "Problems", .text, 30)
    case .problemLog: ("problem_log", "问题清单", "Problems followed", .matters, 30)
    case .nextStep: ("next_step", "下一步工作", "Next step", .text, 30)
    case .expectedOutput: ("expected_output", "预计年产值", "Expected annual output", .money, 14)
    case .expectedTax: ("expected_tax", "预计年税收", "Expected annual tax", .money, 14)
    case .jobs: ("jobs", "就业人数", "Jobs", .quantity, 10)
    case .remark: ("remark", "备注", "Remark", .text, 20)
    }
  }
}
