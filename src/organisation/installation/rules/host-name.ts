const LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
const HOST = new RegExp(`^${LABEL}(\\.${LABEL})*$`);
export const MAX_HOST = 253;
/** Names that a municipality can answer on beside the first. */
export const MAX_HOSTS = 10;

/** A name in the net in small letters and without the dot of its root; undefined for what is none (T-3). */
export function hostName(given: string): string | undefined {
  const host = given.trim().toLowerCase().replace(/\.$/, "");
  return host.length <= MAX_HOST && HOST.test(host) ? host : undefined;
}

/** A municipality as far as its names go. */
export interface Named {
  readonly code: string;
  readonly name: string;
  readonly hosts: readonly string[];
}

/** Which other municipality has a name already. */
export const takenBy = <M extends Named>(known: readonly M[], host: string, own: string): M | undefined =>
  known.find(({ code, hosts }) => code !== own && hosts.includes(host));

/** Those that answer nobody as soon as there are several: they have no name of their own. */
export const nameless = <M extends Named>(known: readonly M[]): M[] =>
  known.length > 1 ? known.filter(({ hosts }) => hosts.length === 0) : [];
