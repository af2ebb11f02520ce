extension ErrorWording {
  /// The words for an error about two projects of one act.
  static func words(_ error: PairError) -> ErrorWording {
    switch error {
    case .oneProject(let id):
      Self("两处说的是同一个项目（编号 \(id)）。", advice: "请指明两个不同的项目。", .usage)
    case .partOfItself(let id):
      Self("项目 \(id) 不能是自己的子项。", advice: "请指明另外的项目作子项。", .usage)
    case .packageIsPart(let id, let whole):
      Self("项目 \(id) 本身是「\(whole)」的子项，不能再拆分。", .act(.releasePart), .data)
    case .partIsPackage(let id):
      Self("项目 \(id) 自己有子项，不能作别的项目的子项。", .act(.releaseAll(package: id)), .data)
    case .partOfOther(let id, let package):
      Self("项目 \(id) 已是「\(package)」的子项。", .act(.release(part: id, package: package)), .data)
    case .notPartOf(let id, let package):
      Self("项目 \(id) 不是「\(package)」的子项。", .see(.project(id)), .data)
    }
  }
}
