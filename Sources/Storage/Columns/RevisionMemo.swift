import Foundation
import Ledger

/// What was worked out from the ledger as its last entry left it, so that pages need not do it again before the
/// next one: whoever asks for what somebody works out already waits for that.
final class RevisionMemo: @unchecked Sendable {
  private let condition = NSCondition()
  private var revision: Int64 = 0
  private var values: [Name: any Sendable] = [:]
  private var underWay: Set<Name> = []
  /// What follows from less than the whole ledger: the last value of each name, with what it followed from.
  private var lasting: [Name: (basis: any Sendable, value: any Sendable)] = [:]
  /// More are forgotten: readers choose what is asked.
  private static let most = 1_024
  private static let mostLasting = 32

  /// What a value is called, and of which projects it was worked out.
  struct Name: Hashable {
    let name: String
    let sight: Sight
  }

  /// A value by its name, worked out where it is not known at a revision.
  func value<Value: Sendable>(
    _ name: Name, at asked: Int64, _ make: () throws -> Value
  ) throws -> Value {
    if let known: Value = known(name, at: asked) { return known }
    let made = Result(catching: make)
    condition.withLock {
      if revision == asked {
        underWay.remove(name)
        if case .success(let value) = made {
          if values.count >= Self.most { values = [:] }
          values[name] = value
        }
        condition.broadcast()
      }
    }
    return try made.get()
  }

  /// A value that follows from a basis alone, worked out where that is another than the last time.
  func lasting<Basis: Equatable & Sendable, Value: Sendable>(
    _ name: Name, of basis: Basis, _ make: () throws -> Value
  ) rethrows -> Value {
    let last = condition.withLock { lasting[name] }
    if let last, let known = last.basis as? Basis, known == basis, let value = last.value as? Value
    {
      return value
    }
    let value = try make()
    condition.withLock {
      if lasting.count >= Self.mostLasting { lasting = [:] }
      lasting[name] = (basis, value)
    }
    return value
  }

  /// A value that is known or being worked out; nil where it is the asker's turn.
  private func known<Value: Sendable>(_ name: Name, at asked: Int64) -> Value? {
    condition.withLock { () -> Value? in
      if revision < asked {
        (revision, values, underWay) = (asked, [:], [])
        condition.broadcast()
      }
      while revision == asked, values[name] == nil, underWay.contains(name) { condition.wait() }
      // Of a state gone by nothing is kept.
      guard revision == asked else { return nil }
      // An absent value must not be taken for one that is nil.
      if let known = values[name] { return known as? Value }
      underWay.insert(name)
      return nil
    }
  }
}

extension LedgerStore {
  /// What the ledger as its last entry left it comes to; where the ledger is held open it is worked out once for
  /// each entry and whoever sees the same. What it is must follow from its name and what is seen of the ledger alone.
  package func once<Value: Sendable>(
    _ name: String, _ make: () throws -> Value
  ) throws -> Value {
    guard let memo = database.sharedMemo else { return try make() }
    let name = RevisionMemo.Name(name: name, sight: sight)
    return try memo.value(name, at: revision, make)
  }

  /// What follows from a basis alone, whatever else entries alter: where the ledger is held open it is worked out
  /// again only when the basis is another.
  package func lasting<Basis: Equatable & Sendable, Value: Sendable>(
    _ name: String, of basis: Basis, _ make: () throws -> Value
  ) rethrows -> Value {
    guard let memo = database.sharedMemo else { return try make() }
    return try memo.lasting(RevisionMemo.Name(name: name, sight: sight), of: basis, make)
  }
}
