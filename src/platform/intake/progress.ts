import { LRUCache } from "lru-cache";
import type { FileProgress } from "./contract.ts";

/** Tells how far a file has come. */
export type Tell = (progress: FileProgress) => void;

/** Files under way, and a while after: more than all who could wait at once. */
const REMEMBERED = 1000;
const REMEMBERED_MS = 5 * 60_000;

const progresses = new LRUCache<string, FileProgress>({ max: REMEMBERED, ttl: REMEMBERED_MS });

/** A file under way, by who sent it and the key that its sender gave it: nobody else can ask for it. */
export interface FileUnderWay {
  readonly municipality: string;
  readonly personId: string;
  readonly key: string;
}
const placeOf = ({ municipality, personId, key }: FileUnderWay): string =>
  JSON.stringify([municipality, personId, key]);

export const tellOf = (file: FileUnderWay): Tell => {
  const place = placeOf(file);
  return (progress) => progresses.set(place, progress);
};

export const forgetProgress = (file: FileUnderWay): void => {
  progresses.delete(placeOf(file));
};

/** How far a file has come on this server; undefined where it is not under way here. */
export const progressOf = (file: FileUnderWay): FileProgress | undefined => progresses.get(placeOf(file));
