import { AsyncLocalStorage } from "node:async_hooks";
import { LRUCache } from "lru-cache";
import { frozen } from "../../kernel/frozen.ts";
import { Changes, changeIn, dependsOn, EVERY } from "./changes.ts";
import { type Catalogue, type ReadBy, tablesReader } from "./tables-in.ts";

/** What a value was made of, gathered while it was made. */
export class Reading {
  readonly municipality: string;
  readonly begunAt: number;
  readonly dependsOn = new Set<string>();
  /** False when it has been made of something whose changes nobody tells: it is given once. */
  mayBeKept = true;

  constructor(municipality: string, begunAt: number) {
    this.municipality = municipality;
    this.begunAt = begunAt;
  }
}

/** Something made, with what it was made of. */
export interface Made<T> {
  readonly value: T;
  readonly reading: Reading;
}

interface Around {
  readonly memory: Memory;
  /** "": all municipalities. */
  readonly municipality: string;
  /** Undefined where what is read is for nobody to keep: in a transaction that writes, what it sees is its own. */
  readonly reading: Reading | undefined;
  /** What a transaction that writes has read since it last wrote anything. */
  readonly own: OwnValues | undefined;
  /** Of which tables only some parts are read, just now. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

/**
 * What one transaction that writes has read itself, by name. A value is let go of when the transaction writes in a schema that it was
 * read of: triggers and cascades stay within a schema, but for the logs, which nobody reads in this way.
 */
class OwnValues {
  readonly #values = new Map<string, { readonly made: Promise<unknown>; readonly readOf: Set<string> }>();
  readonly #written = new Set<string>();
  readonly #making = new AsyncLocalStorage<readonly Set<string>[]>();

  /** Of what a statement that the transaction has run tells. */
  ran({ schemas, writes }: Pick<ReadBy, "schemas" | "writes">): void {
    for (const readOf of this.#making.getStore() ?? []) for (const schema of schemas) readOf.add(schema);
    if (!writes) return;
    for (const schema of schemas.length === 0 ? [ANY] : schemas) this.#written.add(schema);
    for (const [name, { readOf }] of this.#values)
      if (schemas.length === 0 || schemas.some((schema) => readOf.has(schema))) this.#values.delete(name);
  }

  hasWrittenIn(schemas: readonly string[]): boolean {
    return this.#written.has(ANY) || schemas.some((schema) => this.#written.has(schema));
  }

  /** `of`: what is known beforehand of the schemas that it is read of. */
  remember<T>(name: string, work: () => Promise<T>, of: readonly string[] = []): Promise<T> {
    const outer = this.#making.getStore() ?? [];
    const before = this.#values.get(name);
    if (before) {
      for (const readOf of outer) for (const schema of before.readOf) readOf.add(schema);
      return before.made as Promise<T>;
    }
    const readOf = new Set<string>(of);
    const made = this.#making.run([...outer, readOf], work).then(frozen);
    this.#values.set(name, { made, readOf });
    return made;
  }
}

const around = new AsyncLocalStorage<Around>();
const ANY = "*";
/** What a statement may do that nothing is known of. */
const ANYTHING = { schemas: [], writes: true };
const ALL_PARTS: Around["parts"] = new Map();

/** A third of the whole is for what answers are made of, the rest for answers (`platform/http/kept-answers.ts`). */
const VALUES_PART = 1 / 3;
const SMALLEST_BYTES = 200;
/** A value of objects takes about twice as much as its text, which tells the names of the fields anew each time. */
const BYTES_PER_SIGN = 2;

/**
 * What one server keeps of what it has read, as long as nothing of it has changed in the database (docs/decisions/019). Nothing is
 * kept before the database tells of changes (`listen.ts`), nor while it can't be heard.
 */
export class Memory {
  readonly changes = new Changes();
  readonly maxBytes: number;
  #readBy: ReturnType<typeof tablesReader> | undefined;
  readonly #values: LRUCache<string, Made<unknown>> | undefined;
  /** What is decided, and so never changes: by its hash. */
  readonly #decided: LRUCache<string, object> | undefined;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
    const maxSize = Math.floor((maxBytes * VALUES_PART) / 2);
    if (maxSize <= SMALLEST_BYTES) return;
    this.#values = new LRUCache({ maxSize });
    this.#decided = new LRUCache({ maxSize });
  }

  /** Whether anything is kept now. */
  get keeps(): boolean {
    return this.#readBy !== undefined && this.#values !== undefined;
  }

  /** From now on changes are told of: what is read from here on may be kept. */
  hears(catalogue: Catalogue): void {
    this.#letGoOfAll();
    this.#readBy = tablesReader(catalogue);
  }

  /** Changes can't be heard any more: all is let go, and nothing is kept until they can. */
  deaf(): void {
    this.#readBy = undefined;
    this.#letGoOfAll();
  }

  #letGoOfAll(): void {
    this.changes.noteAll();
    this.#values?.clear();
    this.#decided?.clear();
  }

  /** Notes what a transaction has changed, as `platform.tell` has gathered it: a change a line. */
  noteTold(told: string): void {
    for (const line of told.split("\n")) if (line !== "") this.changes.note(changeIn(line));
  }

  /** Does some work, in which what is read of `municipality` is gathered. */
  async gather<T>(municipality: string, work: (reading: Reading) => Promise<T>): Promise<Made<T>> {
    const reading = new Reading(municipality, this.changes.count);
    reading.mayBeKept = this.keeps;
    const value = await around.run(
      { memory: this, municipality, reading, own: undefined, parts: ALL_PARTS },
      () => work(reading),
    );
    return { value, reading };
  }

  /** Whether something made is still as it would be made now. */
  isValid({ reading }: Made<unknown>): boolean {
    return reading.mayBeKept && this.keeps && this.changes.unchangedSince(reading.begunAt, reading.dependsOn);
  }

  /** Inside one municipality's transaction, or in one over all (""): the door puts all its work in here. */
  within<T>(municipality: string, writes: boolean, work: () => Promise<T>): Promise<T> {
    const outer = around.getStore();
    const reading = !writes && outer?.memory === this ? outer.reading : undefined;
    if (reading && reading.municipality !== municipality) reading.mayBeKept = false;
    const parts = reading ? (outer?.parts ?? ALL_PARTS) : ALL_PARTS;
    const own = writes && this.keeps ? new OwnValues() : undefined;
    return around.run({ memory: this, municipality, reading, own, parts }, work);
  }

  /** Every statement that is run passes here. */
  noteStatement(statement: string): void {
    const now = around.getStore();
    if (now?.own) now.own.ran(this.#readBy?.(statement) ?? ANYTHING);
    if (!now?.reading?.mayBeKept) return;
    const found = this.#readBy?.(statement);
    if (!found || found.unsure === "unknown" || (found.unsure === "clock" && !now.parts.has(CLOCK)))
      now.reading.mayBeKept = false;
    else
      for (const table of found.tables)
        for (const key of dependsOn(now.municipality || EVERY, table, now.parts.get(table)))
          now.reading.dependsOn.add(key);
  }

  /**
   * The same value as the last time while nothing of what it was made of has changed. `name` says all that it depends on besides rows
   * of the municipality. What is given is shared: it is frozen. `keep` says whether a value is worth keeping.
   */
  async remember<T>(
    municipality: string,
    name: string,
    work: () => Promise<T>,
    keep: (value: T) => boolean = () => true,
  ): Promise<T> {
    if (!this.#values || !this.keeps) return work();
    const outer = around.getStore()?.reading;
    const key = `${municipality}\n${name}`;
    const before = this.#values.get(key) as Made<T> | undefined;
    if (before && this.isValid(before)) return this.#handOver(before, outer);
    const made = await this.gather(municipality, work);
    if (keep(made.value) && this.isValid(made)) {
      frozen(made.value);
      this.#values.set(key, made, { size: sizeOf(made.value) });
    } else this.#values.delete(key);
    return this.#handOver(made, outer);
  }

  /** What is made of something remembered depends on all that it was made of. */
  #handOver<T>({ value, reading }: Made<T>, outer: Reading | undefined): T {
    if (outer) {
      if (!reading.mayBeKept) outer.mayBeKept = false;
      for (const key of reading.dependsOn) outer.dependsOn.add(key);
    }
    return value;
  }

  /** What was decided, by its hash, if it is at hand. */
  decided(municipality: string, sha256: string): object | undefined {
    return this.keeps ? this.#decided?.get(`${municipality}\n${sha256}`) : undefined;
  }

  keepDecided(municipality: string, sha256: string, content: object): void {
    if (this.keeps)
      this.#decided?.set(`${municipality}\n${sha256}`, frozen(content), { size: sizeOf(content) });
  }
}

const CLOCK = "clock";

/** The memory and the municipality of the transaction that one is in; undefined outside any. */
export const memoryHere = (): Pick<Around, "memory" | "municipality"> | undefined => around.getStore();

/**
 * As `Memory.remember`, in the transaction that one is in. One that writes sees what stands at that moment and what it has written
 * itself: it reads a thing once between its own writes, and nothing that was kept before; but for what is read of the schemas `of`
 * alone, which it takes as readers do, until it has written in one of them.
 */
export function remembered<T>(name: string, work: () => Promise<T>, of?: readonly string[]): Promise<T> {
  const now = around.getStore();
  if (!now) return work();
  const { memory, municipality, reading, own } = now;
  const kept = () => memory.remember(municipality, name, work);
  if (own) return own.remember(name, of && !own.hasWrittenIn(of) ? kept : work, of);
  return reading ? kept() : work();
}

/** Says that what is being made is given once: it is for one person, or each giving of it is told of. */
export function keptByNobody(): void {
  const reading = around.getStore()?.reading;
  if (reading) reading.mayBeKept = false;
}

/**
 * Says of some work that it reads no more of a table than these parts (as `platform.tell` names them): changes of other parts don't
 * touch it. No parts: only what concerns the whole table does.
 */
export function only<T>(table: string, parts: readonly string[], work: () => Promise<T>): Promise<T> {
  const now = around.getStore();
  return now?.reading ? around.run({ ...now, parts: new Map([...now.parts, [table, parts]]) }, work) : work();
}

/** Says of some work that what it reads of the database's clock is not in its answer, or is looked at each time that it is used. */
export const clockAside = <T>(work: () => Promise<T>): Promise<T> => only(CLOCK, [], work);

const sizeOf = (value: unknown): number =>
  SMALLEST_BYTES + BYTES_PER_SIGN * (JSON.stringify(value)?.length ?? 0);
