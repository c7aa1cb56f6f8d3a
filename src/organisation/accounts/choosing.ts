import { refuse } from "../../kernel/problem.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { weaknessOf } from "../../platform/sign-in/password-strength.ts";
import { municipalityOf, people } from "../store.ts";
import { WeakPassword } from "./entry/contract.ts";

/** Refuses a password that is easy to guess, of this person in this municipality, and says why and what to do. */
export async function mustBeStrong(
  tx: Tx,
  ctx: Context,
  {
    password,
    email,
    personId,
  }: { readonly password: string; readonly email: string; readonly personId: string },
): Promise<void> {
  const [person] = await people(tx, personId);
  const { code, name } = await municipalityOf(tx, ctx.municipality);
  const about = [
    email,
    person?.name ?? "",
    personId,
    name,
    code,
    ...(person?.posts ?? []).map(({ title }) => title),
  ];
  const weakness = await weaknessOf(password, about);
  if (weakness) refuse(WeakPassword, { params: { why: weakness.told } });
}
