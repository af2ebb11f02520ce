import Operations

/// An uploaded file, completely received; deleted unless it is used.
struct SentFile: Sendable {
  /// The field of the form.
  let field: String
  let upload: DraftUpload
}
