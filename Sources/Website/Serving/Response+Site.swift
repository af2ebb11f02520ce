import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
  /// Converts a response of the site. Large bodies are sent in pieces, so that a slow reader counts as active.
  init(_ answer: WebResponse, isHead: Bool, on channel: any Channel) {
    var headers = HTTPFields()
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
    }
    if answer.closes { headers[.connection] = "close" }
    let status = HTTPResponse.Status(code: answer.status)
    let body = answer.sent
    if isHead {
      headers[.contentLength] = body.contentLength.map(String.init)
      self.init(status: status, headers: headers, body: ResponseBody())
    } else {
      self.init(
        status: status, headers: headers,
        body: answer.closes ? body.closing(channel) : body)
    }
  }
}

extension WebResponse {
  private static let piece = 128 * 1024

  fileprivate var sent: ResponseBody {
    switch body {
    case .bytes(let bytes):
      if bytes.count <= Self.piece { return ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)) }
      return ResponseBody(contentLength: bytes.count) { writer in
        for start in stride(from: 0, to: bytes.count, by: Self.piece) {
          let piece = bytes[start..<min(start + Self.piece, bytes.count)]
          try await writer.write(ByteBuffer(bytes: piece))
        }
        try await writer.finish(nil)
      }
    case .file(let file):
      return ResponseBody(contentLength: file.size) { writer in
        for start in stride(from: 0, to: file.size, by: Self.piece) {
          let piece = try file.bytes(from: start, upTo: Self.piece)
          try await writer.write(ByteBuffer(bytes: piece))
        }
        try await writer.finish(nil)
      }
    }
  }
}

extension ResponseBody {
  /// Returns a body that closes the connection after it, so that the rest of the request is not read.
  fileprivate func closing(_ channel: any Channel) -> ResponseBody {
    let body = self
    return ResponseBody(contentLength: contentLength) { writer in
      try await body.write(writer)
      channel.close(promise: nil)
    }
  }
}
