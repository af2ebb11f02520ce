package import Matching

extension Judgement.Reason {
  /// Why two rows are one project, are two, or need a person.
  package var words: String {
    switch self {
    case .sameCode: "项目代码相同"
    case .slipInCode: "项目代码只差一位，其余都相同"
    case .sameName: "名称说的是同一件事"
    case .shortenedName: "名称是简称，业主、地点、总投资相同"
    case .slipInName: "名称只差一个字"
    case .sameNamedBuild: "是报告点名的同一个项目"
    case .differentCodes: "两个有效的项目代码"
    case .differentPhases: "期次不同"
    case .differentLots: "地块、楼栋、标段或区段不同"
    case .differentRoutes: "起止地点不同"
    case .differentPeriods: "年度或批次不同"
    case .differentWorks: "一个新建，一个改扩建、技改或修缮"
    case .ancillaryWorks: "一个是主体工程，一个是配套工程"
    case .partOfPackage: "一个是打包项目，一个是其中的子项"
    case .differentPlaces: "地点不同"
    case .differentProducts: "产品或内容不同"
    case .differentCompanies: "统一社会信用代码不同"
    case .differentNamedBuilds: "是报告点名的两个项目"
    case .oneCodeTwoNames: "代码相同，名称却是两期或主体与配套"
    case .recoded: "一个旧代码，一个新代码，其余相同"
    case .doubtfulCodes: "代码不同，其中有不可靠的"
    case .phaseOnOneSide: "只有一边写了期次"
    case .markOnOneSide: "名称一长一短，其余不足以判断"
    case .differentCapacities: "产能不同"
    case .differentDistricts: "县区不同"
    case .differentOwners: "业主不同，没有代码能说明是一家"
    case .bareName: "名称太笼统"
    case .amountDiffers: "总投资不同"
    case .ownerUnknown: "缺少业主，不足以判断"
    case .mergedName: "这个名称的项目已并入，本单位另有一行报它，这一行与上次报的不同"
    }
  }
}

extension Judgement {
  /// The judge's verdict on two projects, and why.
  package var words: String {
    let verdict =
      switch verdict {
      case .same: "判断：同一个项目"
      case .different: "注意：像是两个项目"
      case .unsure: "判断不了"
      }
    return verdict + "：" + reason.words
  }
}
