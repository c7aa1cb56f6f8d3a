import { createHmac, randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import { machineClock } from "../clock.ts";

/** The same password at so many addresses within the hour is somebody who tries it over all of them. */
const ADDRESSES = 10;
const HOUR_MS = 3_600_000;
const MAX_WAIT_S = 900;
const MAX_REMEMBERED = 20_000;

export interface Spraying {
  /** A wrong password at an address. True when it, or its sender, has just been seen at too many addresses. */
  wrong(of: {
    readonly municipality: string;
    readonly password: string;
    readonly address: string;
    readonly sender: string;
  }): boolean;
  /** Seconds until a password may be tried again that is being tried over many addresses; 0 for any other. */
  waitS(municipality: string, password: string): number;
}

interface Seen {
  readonly addresses: Set<string>;
  readonly sinceMs: number;
}

/**
 * Notices one password tried over many addresses, and one sender that tries many addresses. It is remembered in this process
 * only, for an hour, and of the password nothing but a keyed hash whose key nobody has: nothing that was tried is ever stored.
 */
export function watchSpraying(now: () => number = () => machineClock.now().getTime()): Spraying {
  const key = randomBytes(32);
  const seen = new LRUCache<string, Seen>({ max: MAX_REMEMBERED });
  const passwordKey = (municipality: string, password: string) =>
    `p ${municipality} ${createHmac("sha256", key).update(password).digest("base64")}`;
  const known = (of: string): Seen | undefined => {
    const one = seen.get(of);
    return one && now() - one.sinceMs < HOUR_MS ? one : undefined;
  };
  /** True for the one that makes them too many, and not again for those after it. */
  const note = (of: string, address: string): boolean => {
    const one = known(of) ?? { addresses: new Set<string>(), sinceMs: now() };
    const before = one.addresses.size;
    if (before < ADDRESSES) one.addresses.add(address);
    seen.set(of, one);
    return before < ADDRESSES && one.addresses.size === ADDRESSES;
  };
  return {
    wrong({ municipality, password, address, sender }) {
      const same = note(passwordKey(municipality, password), address);
      const from = note(`s ${municipality} ${sender}`, address);
      return same || from;
    },
    waitS(municipality, password) {
      const one = known(passwordKey(municipality, password));
      if (!one || one.addresses.size < ADDRESSES) return 0;
      return Math.min(MAX_WAIT_S, Math.ceil((one.sinceMs + HOUR_MS - now()) / 1000));
    },
  };
}
