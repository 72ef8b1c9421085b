/** What an operator says about Teams (interface.md: the MicrosoftApp… and TEAMS_… variables). */
export interface TeamsConfig {
  readonly appId: string
  readonly password: string
  readonly tenantId: string
  /** New multi-tenant registrations ended in July 2025. */
  readonly type: 'SingleTenant'
  /** Who may talk to the bot. */
  readonly tenants: readonly string[]
  /** Hosts that a `serviceUrl` may name; absent: Microsoft's own. */
  readonly serviceHosts?: readonly string[] | undefined
  /** Local clients without a token, such as Microsoft's Agents Playground. Only on loopback. */
  readonly anonymous: boolean
  /** The bot's https address as seen from outside. */
  readonly publicUrl?: string | undefined
  /** Where the keys of the Bot Framework's tokens are described; for tests. */
  readonly openId?: string
  /** Where the bot gets its own token, without the tenant; for tests. */
  readonly login?: string
}

/**
 * Microsoft's own: the Teams service of commercial and of government clouds (learn.microsoft.com, "Send
 * proactive messages": smba.trafficmanager.net; smba.infra.gcc.teams.microsoft.com), and the Bot Framework's.
 */
const ownHosts = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com', '*.botframework.com']

const thisComputer = ['127.0.0.1', 'localhost', '[::1]']

/** Https on a host of the list; without https only on this computer, where a test or a local client listens. */
export function mayCall({ serviceHosts, anonymous }: TeamsConfig, address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host: whole, hostname, username, password } = new URL(address)
  if (username || password) return false
  const local = thisComputer.includes(hostname)
  const listed = (serviceHosts ?? ownHosts).some((host) =>
    host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : [hostname, whole].includes(host),
  )
  if (protocol === 'https:') return listed
  return protocol === 'http:' && local && (listed || anonymous)
}
