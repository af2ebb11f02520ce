import Operations

extension ProgressLine {
  /// Shows the progress of an import.
  func update(_ progress: ImportProgress) {
    let label =
      switch progress.stage {
      case .reading: "读取"
      case .understanding: "识别"
      case .comparing: "与台账比对"
      case .writing: "写入"
      }
    update(label, done: progress.done, of: progress.total)
  }
}
