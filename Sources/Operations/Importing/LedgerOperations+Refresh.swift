package import Ledger
import Storage
package import Wording

/// The folders of a refresh and whether it includes samples.
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

/// The result of a refresh for one file.
package struct RefreshStep: Sendable {
  package enum Outcome: Sendable {
    /// Imported earlier: a file with the same bytes is in the ledger.
    case known
    case imported(Entry, PreparedImport)
    /// It adds nothing to the ledger.
    case withoutEffect(PreparedImport)
    case refused(ErrorWording)
  }

  package let name: String
  package let outcome: Outcome
}

extension LedgerOperations {
  /// The folder of sample lists; their data is marked wherever it is shown.
  package static let samplesFolder = "示例"

  /// Whether a file name is in the samples folder.
  package static func isSample(_ name: String) -> Bool { name.hasPrefix(samplesFolder + "/") }

  /// Imports the new lists in a folder, each as one entry, by sender and then by month, whatever their file
  /// names.
  ///
  /// A list that cannot be read is reported; the others are still imported.
  package func takeIn(
    _ options: RefreshOptions, progress: @escaping (ImportProgress) -> Void = { _ in },
    onStep: (RefreshStep) -> Void
  ) throws {
    try beginLedger()
    let known = try reading { store, _ in try store.uploadHashes() }
    var lists: [NewList] = []
    var met = known
    for found in try ImportsFolder(options.imports).lists() {
      try interruption.check()
      let name = found.name
      if !options.readsSamples, Self.isSample(name) { continue }
      let outcome = try self.outcome(name) {
        if let failure = found.failure { throw failure }
        let file = try ReceivedFile(path: found.path, name: name, interruption: interruption)
        if !met.insert(file.sha256).inserted { return .known }
        lists.append(NewList(name: name, path: found.path, sha256: file.sha256))
        return nil
      }
      if let outcome { onStep(RefreshStep(name: name, outcome: outcome)) }
    }
    for list in try inOrder(lists) {
      try interruption.check()
      let outcome = try self.outcome(list.name) {
        let file = try ReceivedFile(
          path: list.path, name: list.name, interruption: interruption)
        return try takeIn(file, progress)
      }
      if let outcome { onStep(RefreshStep(name: list.name, outcome: outcome)) }
    }
  }

  /// A list that is not in the ledger yet.
  private struct NewList {
    let name: String
    let path: FilePath
    let sha256: String
    var heading = ListHeading(sender: "", month: nil)
  }

  /// Sorts the lists after reading their headings; a single list is not read twice.
  private func inOrder(_ lists: [NewList]) throws -> [NewList] {
    if lists.count < 2 { return lists }
    return try lists.map { list in
      var list = list
      // An unreadable list is reported when it is imported.
      _ = try outcome(list.name) {
        list.heading = try heading(
          of: try ReceivedFile(path: list.path, name: list.name, interruption: interruption))
        return nil
      }
      return list
    }.sorted { ($0.heading, $0.sha256) < ($1.heading, $1.sha256) }
  }

  /// The result for a list, including a refusal; rethrows `interrupted`.
  private func outcome(
    _ name: String, _ act: () throws -> RefreshStep.Outcome?
  ) throws -> RefreshStep.Outcome? {
    do {
      return try act()
    } catch OperationError.interrupted {
      throw OperationError.interrupted
    } catch {
      return .refused(ErrorWording(error))
    }
  }

  private func takeIn(
    _ file: ReceivedFile, _ progress: @escaping (ImportProgress) -> Void
  ) throws -> RefreshStep.Outcome {
    let prepared = try prepare(file, ImportOptions(), progress: progress)
    guard let entry = try commit(prepared, progress: progress) else {
      return .withoutEffect(prepared)
    }
    return .imported(entry, prepared)
  }
}
