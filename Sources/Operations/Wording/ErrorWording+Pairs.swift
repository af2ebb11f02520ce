import Ledger

extension ErrorWording {
  /// Words what is wrong with two projects that an act puts together.
  static func words(_ error: PairError) -> ErrorWording {
    switch error {
    case .oneProject(let id):
      Self("两处说的是同一个项目（编号 \(id)）。", "请指明两个不同的项目。", .usage)
    case .partOfItself(let id):
      Self("项目 \(id) 不能是自己的子项。", "请指明另外的项目作子项。", .usage)
    case .packageIsPart(let id, let whole):
      Self("项目 \(id) 本身是「\(whole)」的子项，不能再拆分。", "先用 taizhang split --undo 把它移出。", .data)
    case .partIsPackage(let id):
      Self("项目 \(id) 自己有子项，不能作别的项目的子项。", "先用 taizhang split \(id) --undo 取消它的拆分。", .data)
    case .partOfOther(let id, let package):
      Self(
        "项目 \(id) 已是「\(package)」的子项。", "先用 taizhang split \(package) \(id) --undo 把它移出。", .data)
    case .notPartOf(let id, let package):
      Self("项目 \(id) 不是「\(package)」的子项。", "用 taizhang show \(id) 查看它属于哪个打包项目。", .data)
    }
  }
}
