import Access
import Foundation
import Glibc
import Machine
import Spreadsheet
import SpreadsheetWriting
import Storage
import Wording

extension LedgerOperations {
  /// The real path of an output file, with links resolved, so that the target of a link is written. Every
  /// output path is checked here before writing.
  ///
  /// Throws `isFolder`, `outputIsLedger` for the ledger's own files, `outputIsInput` for files that the command
  /// reads.
  @discardableResult
  package func output(_ path: String) throws -> String {
    if path.hasSuffix("/") { throw WriteError.isFolder(path) }
    let real = RealPath.of(path)
    let own = LedgerStore.files(of: self.path) + AccessFile.files(beside: self.path)
    if own.contains(where: { RealPath.areSame(real, $0) }) {
      throw OperationError.outputIsLedger(path: path)
    }
    for input in inputs.map(RealPath.of) {
      if RealPath.areSame(real, input) || real.hasPrefix(input + "/") {
        throw OperationError.outputIsInput(path: path)
      }
    }
    return real
  }

  /// Creates a folder for output files if it is missing.
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      let isFile = FileManager.default.fileExists(atPath: path) && !isFolder(path)
      let code = isFile ? ENOTDIR : Int32(underlying?.code ?? Int(EACCES))
      throw WriteError.notWritable(path, errno: code)
    }
  }
}
