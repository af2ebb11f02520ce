import NIOCore

/// Closes a connection on which nothing moved for a while: a head that does not come, an answer that nobody
/// takes. A slow one that moves lives on.
final class IdleCloser: ChannelInboundHandler, RemovableChannelHandler, Sendable {
  typealias InboundIn = NIOAny

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent {
      context.close(promise: nil)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }
}
