package import Wording

/// The result of writing one of several files: a failure does not stop the others.
package struct WrittenFile: Sendable {
  /// The title of the file's content.
  package let title: String
  package let path: String
  /// Why it was not written; nil if it was.
  package let failure: ErrorWording?

  /// Writes a file and captures the error; throws only `interrupted`.
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
