import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { type Day, yearOf } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { setPassword } from "../../platform/sign-in.ts";
import type { OrganisationFile } from "../organisation-file.ts";
import { givePost, newPerson } from "../people/store.ts";
import type { BodyKind } from "../rules/organisation.ts";
import { storeOrganisation } from "../store.ts";

/** The model's own municipality: the sample is it, and there is no other copy of what it has. */
const MODEL = join(import.meta.dirname, "../../../sample/organisation.json");
/** The kinds of body that every municipality begins with; units, companies and what is shared with others are its own. */
const BEGUN_WITH: readonly BodyKind[] = [
  "council",
  "audit",
  "electoral",
  "executive",
  "committee",
  "administration",
];
/** What the sample says of values that it made up. */
const MADE_UP = "exempelvärde";
const PROPOSED = "modellens förslag";

/** The model's own organisation for a municipality, with the model's mandates and without people: a start, to be changed (§3, R-1, R-3). */
export async function modelOrganisation(municipality: {
  readonly code: string;
  readonly name: string;
}): Promise<OrganisationFile> {
  const model = JSON.parse(await readFile(MODEL, "utf8")) as OrganisationFile;
  return {
    municipality,
    bodies: model.bodies
      .filter(({ kind }) => BEGUN_WITH.includes(kind))
      .map((body) => ({
        ...body,
        ledgerCodes: [],
        assignment: body.assignment?.replace(MADE_UP, PROPOSED) ?? null,
      })),
    people: [],
    mandates: model.mandates.map((mandate) => ({
      ...mandate,
      source: mandate.source.replace(MADE_UP, PROPOSED),
    })),
  };
}

/**
 * Stores a municipality with its organisation, in a transaction of its own municipality's. It is followed from the day that it
 * starts: what was to be done before is not late, and the first year that is planned is the next one, unless the file says another (§2.4).
 */
export async function layOut(
  tx: Tx,
  file: OrganisationFile,
  { host, startedOn }: { readonly host: string | null; readonly startedOn: Day },
): Promise<void> {
  const { code, name, firstYear = yearOf(startedOn) + 1 } = file.municipality;
  await sql`insert into platform.municipality (municipality_id, name, host, first_year, started_on)
    values (${code}, ${name}, ${host}, ${firstYear}, ${startedOn})`.execute(tx);
  await storeOrganisation(tx, code, file);
}

export interface FirstManager {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** A municipality's first system manager: person, post in the executive's administration and account. Gives the person's id. */
export async function layOutManager(
  tx: Tx,
  municipality: string,
  { name, email, password }: FirstManager,
  { body, from }: { readonly body: string; readonly from: Day },
): Promise<string> {
  const personId = await newPerson(tx, municipality, { name, contact: email });
  await givePost(tx, municipality, {
    person: personId,
    body,
    role: "system-manager",
    title: "Systemförvaltare",
    validFrom: from,
    validTo: null,
  });
  await setPassword(tx, { municipality, email, personId, password });
  return personId;
}
