import Operations

/// A file that came with a form: received whole, and gone unless somebody takes it.
struct SentFile: Sendable {
  /// The field of the form.
  let field: String
  let upload: DraftUpload
}
