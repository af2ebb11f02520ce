import Dispatch
import Foundation
import Storage
import Synchronization

extension AccessFile {
  /// Writes a line about somebody who is refused, while their network has lines left for this minute. The others are
  /// only counted, and one line states their number when the minute is over or the file is closed. Texts chosen by a
  /// stranger are shortened.
  package func record(stranger line: AuditLine) throws {
    let moment = now()
    try strangers.settle(at: moment, add)
    guard strangers.take(line.address, at: moment) else { return settleLater() }
    try record(line.short)
  }

  /// Schedules writing the counts, for when no further stranger comes.
  private func settleLater() {
    guard isSettling.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
    else { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + RefusalLines.minute) { [weak self] in
      guard let self else { return }
      isSettling.store(false, ordering: .relaxed)
      // Counts that cannot be written are kept and written with the next.
      try? strangers.settle(at: now(), add)
      if strangers.isCounting { settleLater() }
    }
  }

  /// Writes some lines in one transaction.
  func add(_ lines: [AuditLine]) throws {
    try write { rows in
      for line in lines { try AuditTable.append(line, at: now(), rows) }
    }
  }
}
