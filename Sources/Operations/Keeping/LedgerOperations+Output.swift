import Access
import Foundation
import Glibc
import Machine
import Spreadsheet
import SpreadsheetWriting
import Storage
import Wording

extension LedgerOperations {
  /// Where a file goes that a command writes: the path without links, so that what a link leads to is
  /// written and not the link. Every output passes here before anything of it is written.
  ///
  /// Throws `outputIsLedger` for the ledger's own files, `outputIsInput` for what the command reads.
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

  /// Makes the folder that files go into, where there is none.
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
