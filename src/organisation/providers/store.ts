import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { endPost, givePost } from "../people/store.ts";
import type { Person, Post } from "../rules/organisation.ts";
import { NO_RULES, type PostRule, ProviderRules } from "./rules/claims.ts";

type ProviderTables = {
  "organisation.provider_rules": {
    municipality_id: string;
    provider_id: string;
    draft: unknown;
    revision: number;
    in_force: unknown;
    in_force_on: Day | null;
    in_force_by: string | null;
    in_force_revision: number | null;
  };
  "organisation.provider_post": {
    municipality_id: string;
    post_id: string;
    provider_id: string;
    person_id: string;
  };
};
const tables = (tx: Tx) => tx.withTables<ProviderTables>();

export interface KeptRules {
  readonly draft: ProviderRules;
  /** 0: nothing has been written. */
  readonly revision: number;
  readonly inForce:
    | { readonly rules: ProviderRules; readonly on: Day; readonly by: string; readonly revision: number }
    | undefined;
}

/** The rules of each provider that has any. */
export async function keptRules(tx: Tx): Promise<ReadonlyMap<string, KeptRules>> {
  const rows = await tables(tx).selectFrom("organisation.provider_rules").selectAll().execute();
  return new Map(rows.map((row) => [row.provider_id, kept(row)]));
}

function kept(row: ProviderTables["organisation.provider_rules"]): KeptRules {
  const { in_force_on: on, in_force_by: by, in_force_revision: revision } = row;
  return {
    draft: ProviderRules.parse(row.draft),
    revision: row.revision,
    inForce:
      on === null || by === null || revision === null
        ? undefined
        : { rules: ProviderRules.parse(row.in_force), on, by, revision },
  };
}

export const rulesOf = async (tx: Tx, provider: string): Promise<KeptRules> =>
  (await keptRules(tx)).get(provider) ?? { draft: NO_RULES, revision: 0, inForce: undefined };

/** Keeps what is written, which gives nobody anything. */
export async function storeDraft(
  tx: Tx,
  municipality_id: string,
  provider: string,
  draft: ProviderRules,
  revision: number,
): Promise<void> {
  const written = { draft: JSON.stringify(draft), revision };
  await tables(tx)
    .insertInto("organisation.provider_rules")
    .values({
      municipality_id,
      provider_id: provider,
      ...written,
      in_force: null,
      in_force_on: null,
      in_force_by: null,
      in_force_revision: null,
    })
    .onConflict((on) => on.columns(["municipality_id", "provider_id"]).doUpdateSet(written))
    .execute();
}

/** What is written is in force from now on. */
export async function enforceDraft(
  tx: Tx,
  provider: string,
  { on, by }: { readonly on: Day; readonly by: string },
): Promise<void> {
  await tables(tx)
    .updateTable("organisation.provider_rules")
    .set((of) => ({
      in_force: of.ref("draft"),
      in_force_on: on,
      in_force_by: by,
      in_force_revision: of.ref("revision"),
    }))
    .where("provider_id", "=", provider)
    .execute();
}

/** Of a person's posts those that a provider has given. */
export async function postsFrom(tx: Tx, provider: string, person: Person): Promise<Post[]> {
  const rows = await tables(tx)
    .selectFrom("organisation.provider_post")
    .select("post_id")
    .where("provider_id", "=", provider)
    .where("person_id", "=", person.id)
    .execute();
  const given = new Set(rows.map((row) => row.post_id));
  return person.posts.filter((post) => given.has(post.id));
}

/** Gives a person a post by a provider's rule, until further notice. */
export async function giveByRule(
  tx: Tx,
  municipality_id: string,
  {
    provider,
    person,
    rule,
    from,
  }: { readonly provider: string; readonly person: string; readonly rule: PostRule; readonly from: Day },
): Promise<void> {
  const { body, role, title } = rule;
  const post = await givePost(tx, municipality_id, {
    person,
    body,
    role,
    title,
    validFrom: from,
    validTo: null,
  });
  await tables(tx)
    .insertInto("organisation.provider_post")
    .values({ municipality_id, post_id: post, provider_id: provider, person_id: person })
    .execute();
}

/** Ends a post that a provider has given; it is no longer that provider's, whatever comes. */
export async function endByRule(tx: Tx, post: string, last: Day): Promise<void> {
  await tables(tx).deleteFrom("organisation.provider_post").where("post_id", "=", post).execute();
  await endPost(tx, { post, on: last });
}
