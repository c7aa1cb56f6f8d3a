import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Door, Tx } from "../database/door.ts";
import { sha256 } from "../hash.ts";

/** A program of the municipality's own that uses the API by a token (model T-5): as what, for what and until when. */
export interface Program {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  /** The person who answers for it. */
  readonly owner: string;
  /** As what it acts: a role in a body, whose mandates bound what it may. */
  readonly body: string;
  readonly role: string;
  /** What of that it may, and in which bodies and those below them; none: wherever the role may. */
  readonly actions: readonly string[];
  readonly bodies: readonly string[];
  readonly validFrom: Day;
  readonly validTo: Day;
  readonly madeBy: string;
  /** The machine's time, when somebody ended it before its last day. */
  readonly endedAt: Date | null;
}

type ProgramTables = {
  "platform.service_account": {
    municipality_id: string;
    account_id: string;
    name: string;
    purpose: string;
    owner_id: string;
    body_id: string;
    role: string;
    actions: string[];
    bodies: string[];
    valid_from: Day;
    valid_to: Day;
    token_sha256: string;
    made_by: string;
    ended_at: Date | null;
    ended_by: string | null;
  };
  "platform.service_account_use": { municipality_id: string; account_id: string; used_at: Date };
};
const tables = (tx: Tx) => tx.withTables<ProgramTables>();

/** What ids of programs begin with, and of nobody else. */
const PROGRAM_ID = /^tjanst-/;
export const isProgramId = (id: string): boolean => PROGRAM_ID.test(id);

/** A token says what it is, so that one that has gone astray is known for what it is; what follows is chance. */
const TOKEN_START = "tillit_";
export const newToken = (): string => `${TOKEN_START}${randomBytes(32).toString("base64url")}`;

/** All programs that there have been, or one. */
export async function programs(tx: Tx, only?: string): Promise<Program[]> {
  let query = tables(tx)
    .selectFrom("platform.service_account")
    .selectAll()
    .orderBy("name")
    .orderBy("account_id");
  if (only !== undefined) query = query.where("account_id", "=", only);
  return (await query.execute()).map(programOf);
}

const programOf = (row: ProgramTables["platform.service_account"]): Program => ({
  id: row.account_id,
  name: row.name,
  purpose: row.purpose,
  owner: row.owner_id,
  body: row.body_id,
  role: row.role,
  actions: row.actions,
  bodies: row.bodies,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  madeBy: row.made_by,
  endedAt: row.ended_at,
});

/** Keeps a new program, and of its token the hash alone. */
export async function storeProgram(
  tx: Tx,
  municipality_id: string,
  one: Omit<Program, "endedAt">,
  token: string,
): Promise<void> {
  await tables(tx)
    .insertInto("platform.service_account")
    .values({
      municipality_id,
      account_id: one.id,
      name: one.name,
      purpose: one.purpose,
      owner_id: one.owner,
      body_id: one.body,
      role: one.role,
      actions: [...one.actions],
      bodies: [...one.bodies],
      valid_from: one.validFrom,
      valid_to: one.validTo,
      token_sha256: sha256(token),
      made_by: one.madeBy,
      ended_at: null,
      ended_by: null,
    })
    .execute();
}

/** Another answers for it from now on. */
export async function giveProgram(tx: Tx, id: string, owner: string): Promise<void> {
  await tables(tx)
    .updateTable("platform.service_account")
    .set({ owner_id: owner })
    .where("account_id", "=", id)
    .execute();
}

/** A new token in the place of the one that there was, which opens nothing any more. */
export async function changeToken(tx: Tx, id: string, token: string): Promise<void> {
  await tables(tx)
    .updateTable("platform.service_account")
    .set({ token_sha256: sha256(token) })
    .where("account_id", "=", id)
    .execute();
}

/** It opens nothing from now on, whatever its last day. */
export async function endProgram(tx: Tx, id: string, by: string): Promise<void> {
  await tables(tx)
    .updateTable("platform.service_account")
    .set({ ended_at: sql<Date>`clock_timestamp()`, ended_by: by })
    .where("account_id", "=", id)
    .where("ended_at", "is", null)
    .execute();
}

/** When each was last used. */
export async function programsUsed(tx: Tx): Promise<ReadonlyMap<string, Date>> {
  const rows = await tables(tx)
    .selectFrom("platform.service_account_use")
    .select(["account_id", "used_at"])
    .execute();
  return new Map(rows.map((row) => [row.account_id, row.used_at]));
}

/** Whose token it is; undefined for one that nobody has. */
export function programByToken(
  door: Door,
  municipality: string,
  token: string,
): Promise<Program | undefined> {
  const hash = sha256(token);
  return door.memory.remember(
    municipality,
    `program ${hash}`,
    () =>
      door.read(municipality, async (tx) => {
        const row = await tables(tx)
          .selectFrom("platform.service_account")
          .selectAll()
          .where("token_sha256", "=", hash)
          .executeTakeFirst();
        return row && programOf(row);
      }),
    // Strangers could make up any number
    (found) => found !== undefined,
  );
}

/** That a program is used is noted at most so often. */
const NOTED_EACH_MS = 5 * 60_000;
const noted = new Map<string, number>();
const MAX_NOTED = 10_000;

/** Notes that a program is used now, in a transaction of its own: the request may be one that only reads. */
export async function noteProgramUse(door: Door, municipality: string, id: string): Promise<void> {
  const key = `${municipality} ${id}`;
  const at = performance.now();
  if (at - (noted.get(key) ?? Number.NEGATIVE_INFINITY) < NOTED_EACH_MS) return;
  if (noted.size >= MAX_NOTED) noted.clear();
  noted.set(key, at);
  await door.write(
    { municipality, personId: id, requestId: "program", flush: false },
    "Tjänsten används",
    (tx) =>
      tables(tx)
        .insertInto("platform.service_account_use")
        .values({ municipality_id: municipality, account_id: id, used_at: sql<Date>`now()` })
        .onConflict((on) =>
          on.columns(["municipality_id", "account_id"]).doUpdateSet({ used_at: sql<Date>`now()` }),
        )
        .execute(),
  );
}
