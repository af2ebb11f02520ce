/// Timeouts after which the server closes a connection.
struct Patience: Sendable {
  /// Without a complete head, or with no byte of the response accepted; a head sent byte by byte also counts as idle.
  var silence = Duration.seconds(60)
  /// The total time for a form or a document.
  var form = Duration.seconds(60)
  /// The total time for uploaded files.
  var files = Duration.seconds(300)
}
