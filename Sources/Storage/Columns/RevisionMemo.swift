import Foundation
import Ledger

/// Results computed from the ledger as of its last entry, shared until the next one. Concurrent callers of one value
/// wait for its computation.
final class RevisionMemo: @unchecked Sendable {
  private let condition = NSCondition()
  private var revision: Int64 = 0
  private var values: [Name: any Sendable] = [:]
  private var underWay: Set<Name> = []
  /// Values that depend on less than the whole ledger: the last one of each name, with its basis.
  private var lasting: [Name: (basis: any Sendable, value: any Sendable)] = [:]
  /// The cache is cleared beyond this number: requests choose the names.
  private static let most = 1_024
  private static let mostLasting = 32

  /// The name of a value, and the visibility for which it was computed.
  struct Name: Hashable {
    let name: String
    let sight: Sight
  }

  /// Returns a value by name, computing it if it is not cached for the revision.
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

  /// Returns a value that depends on a basis alone, computing it if the basis differs from the last one.
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

  /// Returns a value that is cached, waiting if it is being computed; nil if the caller must compute it.
  private func known<Value: Sendable>(_ name: Name, at asked: Int64) -> Value? {
    condition.withLock { () -> Value? in
      if revision < asked {
        (revision, values, underWay) = (asked, [:], [])
        condition.broadcast()
      }
      while revision == asked, values[name] == nil, underWay.contains(name) { condition.wait() }
      // Values of an earlier revision are not cached.
      guard revision == asked else { return nil }
      // Distinguishes an absent value from a cached nil.
      if let known = values[name] { return known as? Value }
      underWay.insert(name)
      return nil
    }
  }
}

extension LedgerStore {
  /// Returns a value computed from the ledger as of its last entry. An open ledger computes it once for each entry
  /// and visibility. The value may depend on its name and the visible part of the ledger only.
  package func once<Value: Sendable>(
    _ name: String, _ make: () throws -> Value
  ) throws -> Value {
    guard let memo = database.sharedMemo else { return try make() }
    let name = RevisionMemo.Name(name: name, sight: sight)
    return try memo.value(name, at: revision, make)
  }

  /// Returns a value that depends on a basis alone. An open ledger computes it again only if the basis changes.
  package func lasting<Basis: Equatable & Sendable, Value: Sendable>(
    _ name: String, of basis: Basis, _ make: () throws -> Value
  ) rethrows -> Value {
    guard let memo = database.sharedMemo else { return try make() }
    return try memo.lasting(RevisionMemo.Name(name: name, sight: sight), of: basis, make)
  }
}
