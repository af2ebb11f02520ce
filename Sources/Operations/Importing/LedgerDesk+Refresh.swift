package import Ledger
import Storage
package import Wording

/// What a refresh reads and writes.
package struct RefreshOptions: Sendable {
  package var imports: String
  package var exports: String
  /// Whether the lists in `示例` are read.
  package var readsSamples: Bool

  package init(imports: String, exports: String, readsSamples: Bool) {
    self.imports = imports
    self.exports = exports
    self.readsSamples = readsSamples
  }
}

/// What a refresh did with one file.
package struct RefreshStep: Sendable {
  package enum Outcome: Sendable {
    /// Read before: its bytes are in the ledger.
    case known
    case imported(Entry, PreparedImport)
    /// It says nothing that the ledger does not hold.
    case withoutEffect(PreparedImport)
    case refused(ErrorWording)
  }

  package let name: String
  package let outcome: Outcome
}

extension LedgerDesk {
  /// Folder of the lists that are samples: what comes from it is marked wherever it is shown.
  package static let samplesFolder = "示例"

  /// Takes in what is new in a folder of lists, each list as one entry.
  ///
  /// A list that cannot be read is reported and does not keep the others out.
  package func takeIn(
    _ options: RefreshOptions, progress: @escaping (ImportProgress) -> Void = { _ in },
    onStep: (RefreshStep) -> Void
  ) throws {
    try beginLedger()
    var known = try reading { store, _ in try store.uploadHashes() }
    for found in try ImportsFolder(options.imports).lists() {
      try interruption.check()
      let name = found.name
      if !options.readsSamples, name.hasPrefix(Self.samplesFolder + "/") { continue }
      let step: RefreshStep
      do {
        if let failure = found.failure { throw failure }
        let file = try ReceivedFile(path: found.path, name: name, interruption: interruption)
        step = try takeIn(file, known: &known, progress)
      } catch OperationError.interrupted {
        throw OperationError.interrupted
      } catch {
        step = RefreshStep(name: name, outcome: .refused(ErrorWording(error)))
      }
      onStep(step)
    }
  }

  private func takeIn(
    _ file: ReceivedFile, known: inout Set<String>,
    _ progress: @escaping (ImportProgress) -> Void
  ) throws -> RefreshStep {
    if !known.insert(file.sha256).inserted { return RefreshStep(name: file.name, outcome: .known) }
    let prepared = try prepare(file, ImportOptions(), progress: progress)
    let entry = try commit(prepared, progress: progress)
    guard let entry else {
      return RefreshStep(name: file.name, outcome: .withoutEffect(prepared))
    }
    return RefreshStep(name: file.name, outcome: .imported(entry, prepared))
  }
}
