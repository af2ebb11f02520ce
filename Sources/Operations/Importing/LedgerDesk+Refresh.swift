import Foundation
package import Ledger
import Storage

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
    _ options: RefreshOptions, interruption: Interruption,
    progress: (ImportProgress) -> Void = { _ in }, onStep: (RefreshStep) -> Void
  ) throws {
    var known = try reading { store, _ in try store.uploadHashes() }
    for path in try Self.lists(in: options.imports) {
      try interruption.check()
      if !options.readsSamples, path.hasPrefix(Self.samplesFolder + "/") { continue }
      let step: RefreshStep
      do {
        let file = try ReceivedFile(path: options.imports + "/" + path, name: path)
        step = try takeIn(file, known: &known, interruption, progress)
      } catch OperationError.interrupted {
        throw OperationError.interrupted
      } catch {
        step = RefreshStep(name: path, outcome: .refused(ErrorWording(error)))
      }
      onStep(step)
    }
  }

  private func takeIn(
    _ file: ReceivedFile, known: inout Set<String>, _ interruption: Interruption,
    _ progress: (ImportProgress) -> Void
  ) throws -> RefreshStep {
    if !known.insert(file.sha256).inserted { return RefreshStep(name: file.name, outcome: .known) }
    let prepared = try prepare(
      file, ImportOptions(), interruption: interruption, progress: progress)
    let entry = try commit(prepared, interruption: interruption, progress: progress)
    guard let entry else {
      return RefreshStep(name: file.name, outcome: .withoutEffect(prepared))
    }
    return RefreshStep(name: file.name, outcome: .imported(entry, prepared))
  }

  /// The files of a folder and its folders, in order of their names; hidden and lock files are
  /// left out.
  private static func lists(in folder: String) throws -> [String] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory),
      isDirectory.boolValue
    else { throw OperationError.missingFile(path: folder) }
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return paths.filter { path in
      let name = path.split(separator: "/").last ?? ""
      var isDirectory: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: folder + "/" + path, isDirectory: &isDirectory)
      return exists && !isDirectory.boolValue && !name.hasPrefix(".") && !name.hasPrefix("~$")
        && !path.split(separator: "/").contains { $0.hasPrefix(".") }
        && name.lowercased() != "readme.md"
    }.sorted()
  }
}
