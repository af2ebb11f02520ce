package import Matching

extension Likeness.Sign {
  /// How far two projects agree in one trait.
  package var words: String {
    switch trait {
    case .name: "名称相似 \(percent)%"
    case .code: "项目代码\(sameOrNot)"
    case .company: "业主\(sameOrNot)"
    case .investor: "投资方\(sameOrNot)"
    case .place: "属地\(sameOrNot)"
    case .amount: percent == 100 ? "总投资相同" : "总投资相当于 \(percent)%"
    }
  }

  private var sameOrNot: String { percent == 100 ? "相同" : "不同" }
}
