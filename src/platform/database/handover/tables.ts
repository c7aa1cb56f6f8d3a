import { sql } from "kysely";
import { ownValue } from "../../../kernel/own-value.ts";
import { TABLES } from "../count-rows.ts";
import type { Tx } from "../door.ts";

/** What does not leave with a municipality's own data, and why: what opens something, and what is no more than a trace of work under way. */
export const NOT_HANDED_OVER: Readonly<Record<string, string>> = {
  "platform.session": "opens what its person may see",
  "platform.account_link": "opens an account",
  "platform.one_time_address": "opens the municipality",
  "platform.totp": "makes codes, and is sealed under this database's own key",
  "platform.recovery_code": "hashes of what opens an account",
  "platform.passkey_challenge": "of a sign-in that is under way",
  "platform.crossing": "of a sign-in that is under way",
  "platform.belonging": "the installation's own",
  "platform.sign_in_round": "of a sign-in that is under way",
  "platform.provider_session": "of a session",
  "platform.known_device": "by what browsers are known again here",
  "platform.sign_in_count": "counts of wrong passwords",
  "platform.answered_request": "answers that are kept for who asks again",
  "platform.made_document": "documents, which are made again of what is here",
  "decisions.search_word": "the words of what is found, which are made again of its rows",
  "decisions.search_ending": "the ends of those words",
  "platform.unsealed": "numbers of rows of the log that wait for their seal",
  "platform.handover_piece": "earlier files of this kind",
};

/** Columns that do not leave: hashes by which somebody could try, and what is sealed under a key that stays here. */
export const COLUMNS_LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  "platform.account": ["password_hash", "joined_at"],
  "decisions.head_subscriber": ["token"],
  "year.reminder_choice": ["secret"],
  "platform.service_account": ["token_sha256"],
  "platform.identity_provider": ["secret_sealed"],
};

export interface HandedTable {
  /** "decisions.version". */
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** By which its rows are in order. */
  readonly key: readonly string[];
}

/** Every table that has rows of municipalities, as it is handed over, in order of name. */
export async function handedTables(tx: Tx): Promise<HandedTable[]> {
  const { rows } = await sql
    .raw<{ table: string; columns: HandedTable["columns"]; key: string[] | null }>(`
    with own as (${TABLES})
    select own.table,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
       from pg_attribute a where a.attrelid = own.table::regclass and a.attnum > 0 and not a.attisdropped) as columns,
      (select array_agg(a.attname::text order by array_position(i.indkey::smallint[], a.attnum))
       from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
       where i.indrelid = own.table::regclass and i.indisprimary) as key
    from own order by 1`)
    .execute(tx);
  return rows
    .filter(({ table }) => ownValue(NOT_HANDED_OVER, table) === undefined)
    .map(({ table, columns, key }) => ({
      table,
      columns: columns.filter(({ name }) => !ownValue(COLUMNS_LEFT_OUT, table)?.includes(name)),
      key: key ?? [],
    }));
}
