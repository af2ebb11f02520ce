/// How long the server waits for who is on the other side of a connection, before it closes it.
struct Patience: Sendable {
  /// Nothing has come whole and nothing was taken: a head that drips in is silence too.
  var silence = Duration.seconds(60)
  /// A form or a document may take so long in all, however it moves.
  var form = Duration.seconds(60)
  /// The same of files.
  var files = Duration.seconds(300)
}
