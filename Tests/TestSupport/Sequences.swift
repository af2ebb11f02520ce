import Foundation

/// How many random sequences a property is tried with.
package enum Sequences {
  /// The seeds from `first` on: a few in the suite, as many as `TAIZHANG_SEQUENCES` says in the long form.
  package static func seeds(_ few: UInt64, from first: UInt64 = 1) -> [UInt64] {
    let count = ProcessInfo.processInfo.environment["TAIZHANG_SEQUENCES"].flatMap { UInt64($0) }
    return Array(first..<(first + (count ?? few)))
  }
}
