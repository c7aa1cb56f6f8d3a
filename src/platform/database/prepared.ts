import { LRUCache } from "lru-cache";
import type pg from "pg";

/** A statement that has been asked so often will be asked again. */
const OFTEN = 10;
/** Each connection keeps a plan for each: some tens of kilobytes in the database's process. */
const MAX_NAMED = 250;
const MAX_COUNTED = 2000;
/** One statement alone; what begins and ends transactions is not planned. */
const PLANNED = /^\s*(?:select|insert|update|delete|with)\b[^;]*$/i;

/**
 * Gives names to the statements that are asked again and again: the database then reads and plans each once a connection. To plan takes
 * most of a statement's time where the rows are few and guarded by municipality.
 */
export class Prepared {
  readonly #counted = new LRUCache<string, number>({ max: MAX_COUNTED });
  readonly #names = new Map<string, string>();
  /** What a plan gave has another shape since the tables have changed: all get new names. */
  #age = 0;

  /** The name of a statement; undefined for one that is not asked often. */
  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= MAX_NAMED || !PLANNED.test(text)) return undefined;
    const times = (this.#counted.get(text) ?? 0) + 1;
    if (times < OFTEN) {
      this.#counted.set(text, times);
      return undefined;
    }
    this.#counted.delete(text);
    const name = `tillit_${this.#age}_${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }

  /** From now on what the connection is asked with values is asked by name. */
  on(client: pg.ClientBase): void {
    const ask = client.query.bind(client) as (...args: unknown[]) => unknown;
    const query = (...args: unknown[]): unknown => {
      const [text, values] = args;
      if (args.length !== 2 || typeof text !== "string" || !Array.isArray(values)) return ask(...args);
      const name = this.nameOf(text);
      if (name === undefined) return ask(text, values);
      return (ask({ name, text, values }) as Promise<unknown>).catch((cause: unknown) => {
        if (isOldPlan(cause)) this.forget();
        throw cause;
      });
    };
    client.query = query as typeof client.query;
  }

  /** Plans that were made before are not used any more. */
  forget(): void {
    this.#age += 1;
    this.#names.clear();
  }
}

/** "cached plan must not change result type": a table has got another shape since. */
const isOldPlan = (cause: unknown): boolean =>
  (cause as { code?: unknown }).code === "0A000" && /cached plan/.test(String((cause as Error).message));
