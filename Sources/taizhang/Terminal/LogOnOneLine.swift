import Logging
import Operations
import Wording

/// A log on standard error that escapes line breaks and control characters, since its text comes from lists, file
/// names and people.
struct LogOnOneLine: LogHandler {
  private var stream: StreamLogHandler

  init(label: String) { stream = StreamLogHandler.standardError(label: label) }

  var logLevel: Logger.Level {
    get { stream.logLevel }
    set { stream.logLevel = newValue }
  }

  var metadata: Logger.Metadata {
    get { stream.metadata }
    set { stream.metadata = newValue }
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { stream[metadataKey: key] }
    set { stream[metadataKey: key] = newValue }
  }

  func log(event: LogEvent) {
    var event = event
    event.message = "\(event.message.description.onOneLine)"
    event.metadata = event.metadata?.mapValues { .string("\($0)".onOneLine) }
    stream.log(event: event)
  }
}
