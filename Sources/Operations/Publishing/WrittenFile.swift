package import Wording

/// A file of several that were to be written: what keeps one out does not keep out the others.
package struct WrittenFile: Sendable {
  /// What it is called.
  package let title: String
  package let path: String
  /// Why it was not written; nil when it stands at its path.
  package let failure: ErrorWording?

  /// Writes a file, and says how that went; throws `interrupted` alone.
  static func writing(
    _ title: String, to path: String, _ write: (_ path: String) throws -> Void
  ) throws -> WrittenFile {
    do {
      try write(path)
      return WrittenFile(title: title, path: path, failure: nil)
    } catch OperationError.interrupted {
      throw OperationError.interrupted
    } catch {
      return WrittenFile(title: title, path: path, failure: ErrorWording(error))
    }
  }
}
