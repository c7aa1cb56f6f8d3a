import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { type Generated, sql } from "kysely";
import { problemKind, refuse } from "../../kernel/problem.ts";
import type { Tx } from "../database/door.ts";
import { sha256 } from "../hash.ts";
import type { From } from "../http/from.ts";

/** EdDSA, ES256 and RS256: what browsers and security keys have (COSE's numbers). */
const ALGORITHMS = [-8, -7, -257];
/** What a browser is asked to sign is answered within so long. */
const CHALLENGE_MINUTES = 5;
export const MAX_PASSKEYS = 20;

export const PasskeyRefused = problemKind("passkey-refused", 401);
const TooManyPasskeys = problemKind("too-many-passkeys", 409);

type PasskeyTables = {
  "platform.passkey": {
    municipality_id: string;
    passkey_id: Generated<number>;
    person_id: string;
    credential_id: string;
    /** Base64url. */
    public_key: string;
    counter: number;
    transports: string[];
    name: string;
    made_at: Generated<Date>;
    used_at: Date | null;
  };
  "platform.passkey_challenge": {
    municipality_id: string;
    challenge: string;
    person_id: string | null;
    expires_at: Date;
  };
};
const tables = (tx: Tx) => tx.withTables<PasskeyTables>();

/** Loaded when a passkey is used, not when the server starts: it brings certificates' whole grammar. */
const webauthn = () => import("@simplewebauthn/server");

export interface Passkey {
  readonly id: number;
  readonly name: string;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
}

/** A person's passkeys, the oldest first. */
export const passkeysOf = (tx: Tx, personId: string): Promise<Passkey[]> =>
  tables(tx)
    .selectFrom("platform.passkey")
    .select(["passkey_id as id", "name", "made_at as madeAt", "used_at as usedAt"])
    .where("person_id", "=", personId)
    .orderBy("passkey_id")
    .execute();

/** What the browser makes a new passkey by: for this name in the net, and one that it finds by itself at sign-in. */
export async function beginPasskey(
  tx: Tx,
  municipality: string,
  {
    personId,
    address,
    issuer,
    from,
  }: {
    readonly personId: string;
    readonly address: string;
    readonly issuer: string;
    readonly from: From;
  },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const own = await credentialsOf(tx, personId);
  if (own.length >= MAX_PASSKEYS) refuse(TooManyPasskeys, { params: { max: MAX_PASSKEYS } });
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpName: issuer,
    rpID: from.hostname,
    userName: address,
    userDisplayName: address,
    // The same for all of a person's, and nothing that tells who it is
    userID: Buffer.from(sha256(`passkey ${municipality} ${personId}`), "hex"),
    excludeCredentials: own.map(({ credential_id: id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: ALGORITHMS,
    timeout: CHALLENGE_MINUTES * 60_000,
  });
  await keepChallenge(tx, municipality, options.challenge, personId);
  return options;
}

/** Stores the passkey that a browser has made. Refuses with PasskeyRefused what is not an answer to what this person was asked. */
export async function addPasskey(
  tx: Tx,
  municipality_id: string,
  {
    personId,
    name,
    response,
    from,
  }: {
    readonly personId: string;
    readonly name: string;
    /** As its browser gave it: whatever it holds, the library looks at all of it. */
    readonly response: object;
    readonly from: From;
  },
): Promise<void> {
  const { verifyRegistrationResponse } = await webauthn();
  const { registrationInfo } = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: (challenge) => takeChallenge(tx, challenge, personId),
    expectedOrigin: originsOf(from),
    expectedRPID: from.hostname,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(refused);
  if (!registrationInfo) return refuse(PasskeyRefused);
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  const { numInsertedOrUpdatedRows: stored } = await tables(tx)
    .insertInto("platform.passkey")
    .values({
      municipality_id,
      person_id: personId,
      credential_id: id,
      public_key: Buffer.from(publicKey).toString("base64url"),
      counter,
      transports,
      name,
      used_at: null,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "credential_id"]).doNothing())
    .executeTakeFirst();
  // Somebody's already: nobody else's is changed by it
  if (stored !== 1n) refuse(PasskeyRefused);
}

/** What the browser signs in by: any passkey that it has of this name in the net, so that nothing tells who has one. */
export async function askForPasskey(
  tx: Tx,
  municipality: string,
  from: From,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: from.hostname,
    userVerification: "required",
    timeout: CHALLENGE_MINUTES * 60_000,
  });
  await keepChallenge(tx, municipality, options.challenge, null);
  return options;
}

/** Whose passkey has signed what was asked. Refuses with PasskeyRefused, for whatever reason, with nothing told of which. */
export async function personByPasskey(
  tx: Tx,
  response: { readonly id: string },
  from: From,
): Promise<string> {
  const own = await tables(tx)
    .selectFrom("platform.passkey")
    .selectAll()
    .where("credential_id", "=", response.id)
    .forUpdate()
    .executeTakeFirst();
  if (!own) return refuse(PasskeyRefused);
  const { verifyAuthenticationResponse } = await webauthn();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: (challenge) => takeChallenge(tx, challenge, null),
    expectedOrigin: originsOf(from),
    expectedRPID: from.hostname,
    requireUserVerification: true,
    credential: {
      id: own.credential_id,
      publicKey: new Uint8Array(Buffer.from(own.public_key, "base64url")),
      counter: own.counter,
    },
  }).catch(refused);
  if (!verified) return refuse(PasskeyRefused);
  await tables(tx)
    .updateTable("platform.passkey")
    .set({ counter: authenticationInfo.newCounter, used_at: sql<Date>`now()` })
    .where("passkey_id", "=", own.passkey_id)
    .execute();
  return own.person_id;
}

/** Gives a person's own passkey another name; false where there is none. */
export async function namePasskey(tx: Tx, personId: string, id: number, name: string): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable("platform.passkey")
    .set({ name })
    .where("person_id", "=", personId)
    .where("passkey_id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes a person's own passkey away; false where there is none. */
export async function dropPasskey(tx: Tx, personId: string, id: number): Promise<boolean> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom("platform.passkey")
    .where("person_id", "=", personId)
    .where("passkey_id", "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function dropPasskeys(tx: Tx, personId: string): Promise<void> {
  await tables(tx).deleteFrom("platform.passkey").where("person_id", "=", personId).execute();
}

const credentialsOf = (tx: Tx, personId: string) =>
  tables(tx)
    .selectFrom("platform.passkey")
    .select(["credential_id", "transports"])
    .where("person_id", "=", personId)
    .execute();

/** What it is that is wrong with a passkey helps nobody but who tries another's. */
const refused = (): never => refuse(PasskeyRefused);

/** A browser offers passkeys over HTTPS, and to localhost: whatever stands in front of us, the name is the one that was asked. */
const originsOf = ({ host }: From): string[] => [`https://${host}`, `http://${host}`];

async function keepChallenge(
  tx: Tx,
  municipality_id: string,
  challenge: string,
  person_id: string | null,
): Promise<void> {
  await sql`delete from platform.passkey_challenge where (municipality_id, challenge) in (
    select municipality_id, challenge from platform.passkey_challenge
    where municipality_id = platform.municipality() and expires_at < now() for update skip locked)`.execute(
    tx,
  );
  await tables(tx)
    .insertInto("platform.passkey_challenge")
    .values({
      municipality_id,
      challenge,
      person_id,
      expires_at: sql<Date>`now() + make_interval(mins => ${CHALLENGE_MINUTES})`,
    })
    .execute();
}

/** Whether it is what was asked, of the same person, and not too long ago; it is then used up. */
async function takeChallenge(tx: Tx, challenge: string, personId: string | null): Promise<boolean> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom("platform.passkey_challenge")
    .where("challenge", "=", challenge)
    .where("person_id", "is not distinct from", personId)
    .where("expires_at", ">", sql<Date>`now()`)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
