package import Matching

extension PlannedRow {
  /// Why a person has to decide about the row.
  package var reviewWords: String {
    switch match {
    case .possibly(_, let reason): "可能就是台账里的「\(known?.name ?? "")」：\(reason.words)"
    case .several(let ids): "台账里有 \(ids.count) 个同名项目"
    case .repeated(let earlier): "与第 \(earlier) 行是同一个项目"
    case .project, .new, .nameless, .astray: "需要核对"
    }
  }
}
