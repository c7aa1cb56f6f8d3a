import { LRUCache } from "lru-cache";

/** What there is in the database to read, by its catalogue. */
export interface Catalogue {
  readonly schemas: ReadonlySet<string>;
  /** All tables and views, "decisions.version". */
  readonly tables: ReadonlySet<string>;
  /** Those whose changes are told. */
  readonly telling: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  /** The functions that may change something. */
  readonly volatile: ReadonlySet<string>;
}

export interface ReadBy {
  readonly tables: readonly string[];
  /** Why what it gives can't be known to be the same the next time; undefined where it can. */
  readonly unsure: "clock" | "unknown" | undefined;
  /** The schemas that it names anything of. */
  readonly schemas: readonly string[];
  /** Whether it may change something itself: in those schemas, or anywhere where it names none. */
  readonly writes: boolean;
}

/** Quoted or not, as Kysely and as people write it: "decisions"."version", decisions.version */
const NAME_IN_SCHEMA = /(?:"(\w+)"|\b(\w+))\s*\.\s*(?:"(\w+)"|(\w+))/g;
const CLOCK_OR_CHANCE =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|age|random|gen_random_uuid|nextval|lastval)\s*\(|\b(?:current_(?:date|time|timestamp)|localtime|localtimestamp)\b/i;
const READS = /^\s*(?:select|begin)\b/i;
const MAX_KNOWN = 2000;

/**
 * Which tables a statement reads. Everything with one of our schemas before it must be known to the catalogue; what is not makes the
 * statement unsure, and so does what reads the clock or chance. A column of an alias is no name in a schema.
 */
export function tablesReader(catalogue: Catalogue): (statement: string) => ReadBy {
  const known = new LRUCache<string, ReadBy>({ max: MAX_KNOWN });
  return (statement) => {
    const before = known.get(statement);
    if (before) return before;
    const found = tablesIn(statement, catalogue);
    known.set(statement, found);
    return found;
  };
}

function tablesIn(statement: string, { schemas, tables, telling, functions, volatile }: Catalogue): ReadBy {
  const found = new Set<string>();
  const named = new Set<string>();
  let writes = !READS.test(statement);
  let unsure: ReadBy["unsure"] = CLOCK_OR_CHANCE.test(statement) ? "clock" : undefined;
  for (const [, quoted, bare, quotedName, bareName] of statement.matchAll(NAME_IN_SCHEMA)) {
    const schema = quoted ?? bare ?? "";
    if (!schemas.has(schema)) continue;
    named.add(schema);
    const name = `${schema}.${quotedName ?? bareName}`;
    if (tables.has(name)) {
      found.add(name);
      if (!telling.has(name)) unsure = "unknown";
    } else {
      if (!functions.has(name)) unsure = "unknown";
      if (!functions.has(name) || volatile.has(name)) writes = true;
    }
  }
  return { tables: [...found], unsure, schemas: [...named], writes };
}
