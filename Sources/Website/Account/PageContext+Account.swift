import Access
import Ledger

extension PageContext {
  /// The file of accounts; throws where there are none.
  var access: AccessFile {
    get throws {
      guard let access = try site.door.access else { throw AccessError.noAccounts }
      return access
    }
  }

  /// The session of whoever asks; throws where there is none, or a gateway keeps it.
  var session: Session {
    get throws {
      guard let session = caller.session, session.id != 0 else { throw AccessError.notSignedIn }
      return session
    }
  }

  /// Who asks, for the audit.
  var actor: AuditActor {
    AuditActor(login: caller.person.login, name: caller.name, address: caller.address)
  }

  /// Finishes a page that is about accounts: the ledger is not asked for it.
  func accountPage(_ page: Page) throws -> WebResponse {
    try Frame(site, request, page, caller).response(page, site.templates)
  }
}
