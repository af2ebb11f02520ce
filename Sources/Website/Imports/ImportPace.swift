import Foundation
import Operations

/// The progress of an import: rows done, rate and remaining time.
struct ImportPace: Sendable {
  private(set) var progress: ImportProgress?
  private let clock = ContinuousClock()
  private var began = ContinuousClock.now

  mutating func update(_ next: ImportProgress) {
    if progress?.stage != next.stage { began = clock.now }
    progress = next
  }

  /// The stage, in one word.
  var stage: String {
    switch progress?.stage {
    case .reading: "读取"
    case .understanding: "识别"
    case .comparing: "与台账比对"
    case .writing: "写入"
    case nil: "排队"
    }
  }

  /// From 0 to 100; nil while the total is unknown.
  var percent: Int? {
    guard let progress, let total = progress.total, total > 0 else { return nil }
    return min(100, progress.done * 100 / total)
  }

  /// A line such as 识别 1200/8000 行，每秒 4000 行，还需约 2 秒.
  var line: String {
    guard let progress else { return "前面还有清单在处理，轮到就开始" }
    guard progress.done > 0 else { return stage }
    let took = (clock.now - began).components
    let seconds = Double(took.seconds) + Double(took.attoseconds) / 1e18
    let rate = seconds > 0.2 ? Double(progress.done) / seconds : 0
    let done = progress.total.map { "\(progress.done)/\($0)" } ?? String(progress.done)
    guard rate >= 1 else { return "\(stage) \(done) 行" }
    var line = "\(stage) \(done) 行，每秒 \(Int(rate)) 行"
    if let total = progress.total {
      line += "，还需约 \(Int((Double(total - progress.done) / rate).rounded(.up))) 秒"
    }
    return line
  }
}
