import Dispatch
import Foundation
import Storage
import Synchronization

extension AccessFile {
  /// Writes a line about somebody who is not let in, as far as their place has lines left for this minute: of the
  /// others a line tells the number when the minute is over, or the file is closed. Nothing that a stranger chose is
  /// long.
  package func record(stranger line: AuditLine) throws {
    let moment = now()
    try strangers.settle(at: moment, add)
    guard strangers.take(line.address, at: moment) else { return settleLater() }
    try record(line.short)
  }

  /// Counts are told also where nobody comes any more.
  private func settleLater() {
    guard isSettling.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
    else { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + StrangerLines.minute) { [weak self] in
      guard let self else { return }
      isSettling.store(false, ordering: .relaxed)
      // What cannot be written is counted on, and told with what comes next.
      try? strangers.settle(at: now(), add)
      if strangers.isCounting { settleLater() }
    }
  }

  /// Writes some lines together.
  func add(_ lines: [AuditLine]) throws {
    try write { rows in
      for line in lines { try AuditTable.append(line, at: now(), rows) }
    }
  }
}
