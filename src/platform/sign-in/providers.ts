import { ownValue } from "../../kernel/own-value.ts";
import type { Tx } from "../database/door.ts";
import type { Seal } from "./seal.ts";
import { type Resealed, sealedAnew } from "./sealed-anew.ts";

/** An identity provider that a municipality signs in by, as it is kept. */
export interface IdentityProvider {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: string;
  readonly secretFrom: "none" | "environment" | "sealed";
  /** The name in the server's environment. */
  readonly secretVariable: string | null;
  readonly secretSealed: string | null;
  readonly asksUserinfo: boolean;
  readonly checksEmail: boolean;
  readonly offered: boolean;
  readonly revision: number;
}

type ProviderTable = {
  "platform.identity_provider": {
    municipality_id: string;
    provider_id: string;
    name: string;
    issuer: string;
    client_id: string;
    scopes: string;
    secret_from: IdentityProvider["secretFrom"];
    secret_variable: string | null;
    secret_sealed: string | null;
    asks_userinfo: boolean;
    checks_email: boolean;
    offered: boolean;
    revision: number;
  };
};
const tables = (tx: Tx) => tx.withTables<ProviderTable>();

/** All of them, or one, by name. */
export async function identityProviders(tx: Tx, only?: string): Promise<IdentityProvider[]> {
  let query = tables(tx).selectFrom("platform.identity_provider").selectAll().orderBy("name");
  if (only !== undefined) query = query.where("provider_id", "=", only);
  return (await query.execute()).map((row) => ({
    id: row.provider_id,
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    scopes: row.scopes,
    secretFrom: row.secret_from,
    secretVariable: row.secret_variable,
    secretSealed: row.secret_sealed,
    asksUserinfo: row.asks_userinfo,
    checksEmail: row.checks_email,
    offered: row.offered,
    revision: row.revision,
  }));
}

/** Keeps a provider as it is given, in the place of what there was. */
export async function storeProvider(tx: Tx, municipality_id: string, one: IdentityProvider): Promise<void> {
  const row = {
    name: one.name,
    issuer: one.issuer,
    client_id: one.clientId,
    scopes: one.scopes,
    secret_from: one.secretFrom,
    secret_variable: one.secretVariable,
    secret_sealed: one.secretSealed,
    asks_userinfo: one.asksUserinfo,
    checks_email: one.checksEmail,
    offered: one.offered,
    revision: one.revision,
  };
  await tables(tx)
    .insertInto("platform.identity_provider")
    .values({ municipality_id, provider_id: one.id, ...row })
    .onConflict((on) => on.columns(["municipality_id", "provider_id"]).doUpdateSet(row))
    .execute();
}

/** What a provider's secret is sealed as. */
const aboutSecret = (municipality: string, id: string): string => `${municipality} provider ${id}`;

export const sealSecret = (seal: Seal, municipality: string, id: string, secret: string): string =>
  seal.close(aboutSecret(municipality, id), secret);

/**
 * The names in the environment that a municipality's secrets may have: no other variable, and no other municipality's, is ever sent to
 * an address that somebody has written in the browser.
 */
export const secretVariablePrefix = (municipality: string): string =>
  `TILLIT_PROVIDER_SECRET_${municipality}_`;

export type SecretFound = { readonly secret: string | undefined } | { readonly missing: "variable" | "seal" };

/** The secret that a provider is asked with; or why there is none where there should be. */
export function secretOf(
  {
    seal,
    environment,
  }: { readonly seal: Seal; readonly environment: Readonly<Record<string, string | undefined>> },
  municipality: string,
  one: Pick<IdentityProvider, "id" | "secretFrom" | "secretVariable" | "secretSealed">,
): SecretFound {
  if (one.secretFrom === "none") return { secret: undefined };
  if (one.secretFrom === "environment") {
    const name = one.secretVariable ?? "";
    const value = name.startsWith(secretVariablePrefix(municipality))
      ? ownValue(environment, name)
      : undefined;
    return value ? { secret: value } : { missing: "variable" };
  }
  const secret = seal.open(aboutSecret(municipality, one.id), one.secretSealed ?? "");
  return secret === undefined ? { missing: "seal" } : { secret };
}

/** Seals by the newest key what is sealed by an older. */
export async function resealSecrets(tx: Tx, municipality: string, seal: Seal): Promise<Resealed> {
  const rows = await tables(tx)
    .selectFrom("platform.identity_provider")
    .select(["provider_id", "secret_sealed"])
    .where("secret_sealed", "is not", null)
    .forUpdate()
    .execute();
  let closed = 0;
  let lost = 0;
  for (const { provider_id, secret_sealed } of rows) {
    const about = aboutSecret(municipality, provider_id);
    const text = secret_sealed ?? "";
    const anew = sealedAnew(seal, about, text, seal.open(about, text));
    if (anew.as === "lost") lost++;
    if (anew.as !== "closed") continue;
    closed++;
    await tables(tx)
      .updateTable("platform.identity_provider")
      .set({ secret_sealed: anew.text })
      .where("provider_id", "=", provider_id)
      .execute();
  }
  return { closed, lost };
}
