import { AsyncLocalStorage } from "node:async_hooks";

/** Who asks for what is done in a queue: turns go round between askers, and those who have signed in come before others. */
export interface Asker {
  /** A person's id, or the address of one who has not signed in. */
  readonly id: string;
  readonly signedIn: boolean;
}

const asking = new AsyncLocalStorage<Asker>();

/** Whoever asks while this runs is `asker`. */
export const askedBy = <T>(asker: Asker, run: () => T): T => asking.run(asker, run);

/** Outside a request the house itself asks, as when the sample is played. */
const THE_HOUSE: Asker = { id: "", signedIn: true };
export const presentAsker = (): Asker => asking.getStore() ?? THE_HOUSE;

/** What the house does of itself before anybody asks: its turn comes when nobody who has signed in waits. */
export const AT_LEISURE: Asker = { id: "", signedIn: false };
