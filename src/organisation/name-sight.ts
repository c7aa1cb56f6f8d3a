import { AsyncLocalStorage } from "node:async_hooks";
import type { Tx } from "../platform/database/door.ts";
import type { Person } from "./rules/organisation.ts";

/** Whether the one who asks has need of the name of somebody with protected identity. */
export type Sees = (person: Person) => boolean;
type Sight = (tx: Tx) => Promise<Sees>;

const around = new AsyncLocalStorage<Sight>();

/** Does a request's work so that names of people with protected identity are told to those who have need of them. */
export const withNameSight = <T>(sight: Sight, work: () => Promise<T>): Promise<T> => around.run(sight, work);

const NOBODY: Sees = () => false;

/** What the one who asks sees; outside a request – jobs, what leaves as a document – nobody with protected identity is named. */
export const sightHere = async (tx: Tx): Promise<Sees> => (await around.getStore()?.(tx)) ?? NOBODY;
