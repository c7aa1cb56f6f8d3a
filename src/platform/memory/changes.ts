/** A part of a table that readers and writers name alike; the table's whole where there is none. */
export interface Change {
  readonly municipality: string;
  /** "decisions.version" */
  readonly table: string;
  readonly part: string | undefined;
}

/** Of every municipality: what a reader of them all depends on, and a change that nobody can say whose it is. */
export const EVERY = "*";

/** So many tables and parts are known apart; beyond that all is let go at once. */
const MAX_KNOWN = 100_000;

/**
 * When what was last changed, told as a count of all changes. What was read is valid while nothing that it was made of has changed since
 * the count at which its reading began: a change that came while it was being read makes it old as well as one that came after.
 */
export class Changes {
  #count = 0;
  /** What was read before this is not valid, whatever it was made of. */
  #allChangedAt = 0;
  readonly #changedAt = new Map<string, number>();

  /** Where the count stands: taken down before anything is read. */
  get count(): number {
    return this.#count;
  }

  note({ municipality, table, part }: Change): void {
    if (municipality === "" || municipality === EVERY) {
      this.noteAll();
      return;
    }
    this.#count += 1;
    for (const whose of [municipality, EVERY]) {
      this.#changedAt.set(keyOf(whose, table), this.#count);
      this.#changedAt.set(keyOf(whose, table, part ?? WHOLE), this.#count);
    }
    if (this.#changedAt.size > MAX_KNOWN) this.noteAll();
  }

  /** Anything may have changed. */
  noteAll(): void {
    this.#count += 1;
    this.#allChangedAt = this.#count;
    this.#changedAt.clear();
  }

  /** Whether nothing that `keys` name has changed since the count stood at `begunAt`. */
  unchangedSince(begunAt: number, keys: Iterable<string>): boolean {
    if (begunAt < this.#allChangedAt) return false;
    for (const key of keys) if ((this.#changedAt.get(key) ?? 0) > begunAt) return false;
    return true;
  }
}

/** The part that a change of the table as a whole touches, besides every reader of all of it. */
const WHOLE = "";
const keyOf = (municipality: string, table: string, part?: string): string =>
  part === undefined ? `${municipality}\t${table}` : `${municipality}\t${table}\t${part}`;

/**
 * What a reading of a table depends on: any change of it; or where only some parts are read, changes of those and of what concerns
 * the whole table. No parts at all: only the latter.
 */
export const dependsOn = (municipality: string, table: string, parts?: readonly string[]): string[] =>
  parts === undefined
    ? [keyOf(municipality, table)]
    : [WHOLE, ...parts].map((part) => keyOf(municipality, table, part));

const SEPARATOR = "\t";

/** A change as the database tells it (platform.tell): municipality, table, part. */
export function changeIn(told: string): Change {
  const [municipality = "", table = "", part] = told.split(SEPARATOR);
  return { municipality, table, part };
}
