/// Timeouts after which the server closes a connection.
struct Patience: Sendable {
  /// The idle time without a message part received or response data accepted; a head sent byte by byte is idle too.
  var silence = Duration.seconds(60)
  /// The total time for a form or a document.
  var form = Duration.seconds(60)
  /// The total time for uploaded files.
  var files = Duration.seconds(300)
}
