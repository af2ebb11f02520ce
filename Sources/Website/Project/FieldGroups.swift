import Ledger

/// The groups of fields on a project's page. Each field is in one group, except those in `followed`.
enum FieldGroups {
  static let all: [(title: String, fields: [Field])] = [
    (
      "基本",
      [
        .name, .code, .localNumber, .otherNames, .package, .chain, .otherChains, .segment,
        .industry, .isIndustrial, .nature, .stage, .condition, .registers,
      ]
    ),
    (
      "资金（万元）",
      [
        .totalInvestment, .fixedInvestment, .contractInvestment, .doneBefore, .plan, .done, .funds,
        .funding,
      ]
    ),
    (
      "单位和人",
      [
        .leadUnits, .responsibleUnits, .cooperatingUnits, .leader, .responsiblePerson, .owner,
        .ownerUSCC, .investor, .contact, .phone,
      ]
    ),
    (
      "时间",
      [
        .signDate, .startPlanned, .startActual, .finishPlanned, .finishActual, .productionDate,
      ]
    ),
    ("地点和内容", [.district, .zone, .address, .landArea, .content]),
    (
      "进展",
      [.progress, .problems, .nextStep, .expectedOutput, .expectedTax, .jobs, .remark]
    ),
  ]

  /// Fields changed by acts of their own, month by month or item by item.
  static let followed: Set<Field> = [.monthlyProgress, .milestones, .problemLog]
}
