package import Ledger
import Matching

extension HeldRow.Reason {
  /// Why a person decides about a row. `project` is the name of the likely project.
  package func words(project: String?) -> String {
    switch self {
    case .possibly(let reason):
      "可能就是台账里的\(project ?? "项目")：\(Judgement.Reason.words(ofIdentifier: reason))"
    case .several: "台账里有几个同名项目"
    case .repeated(let row): "与第 \(row) 行是同一个项目"
    }
  }
}

extension Judgement.Reason {
  /// The words of a reason stored by its identifier.
  package static func words(ofIdentifier text: String) -> String {
    Judgement.Reason(rawValue: text)?.words ?? text
  }
}
