import Access
import Ledger

extension PageContext {
  /// The file of accounts; throws `noAccounts` if there is none.
  var access: AccessFile {
    get throws {
      guard let access = try site.door.access else { throw AccessError.noAccounts }
      return access
    }
  }

  /// The caller's session; throws `notSignedIn` if there is none or a gateway manages it.
  var session: Session {
    get throws {
      guard let session = caller.session, session.id != 0 else { throw AccessError.notSignedIn }
      return session
    }
  }

  /// The caller, for the audit.
  var actor: AuditActor {
    AuditActor(login: caller.person.login, name: caller.name, address: caller.address)
  }

  /// Finishes a page about accounts without reading the ledger.
  func accountPage(_ page: Page) throws -> WebResponse {
    try Frame(site, request, page, caller).response(page, site.templates)
  }
}
