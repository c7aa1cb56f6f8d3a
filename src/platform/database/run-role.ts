import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import pg from "pg";
import { sha256 } from "../hash.ts";
import { ToldError } from "../told.ts";
import { withClient } from "./client.ts";

/**
 * The role that requests run as: one a database, with a login of its own, that can't pass row-level security and can't become
 * anyone who can (docs/decisions/021). The owner makes it and keeps its password, derived from a secret that only the owner may
 * read, so that several servers on one database have the same; or somebody else has made it, and its address is given.
 */
export interface RunRole {
  readonly name: string;
  /** Made by somebody else, who gives its address. */
  readonly url?: string;
}

/** What a name may look like that stands unquoted in migrations. */
const PLAIN = /^[a-z_][a-z0-9_]{0,62}$/;
const MAX_PLAIN_DATABASE = /^[a-z0-9_]{1,50}$/;
const MARK_LENGTH = 16;
const OWN = "tillit_run_";

/** As platform.run_role() in the database says it. */
const roleOf = (database: string): string =>
  OWN + (MAX_PLAIN_DATABASE.test(database) ? database : sha256(database).slice(0, MARK_LENGTH));

/** The role for a database by its owner's address; `given`: the address of a role that somebody else has made. */
export function runRoleFor(ownerUrl: string, given?: string): RunRole {
  if (given === undefined) return { name: roleOf(databaseIn(ownerUrl)) };
  const name = decodeURIComponent(new URL(given).username);
  if (!PLAIN.test(name))
    throw new ToldError(
      `Rollen ”${name}” i DATABASE_URL går inte att använda: välj en med bara små bokstäver a–z, siffror och understreck.`,
    );
  return { name, url: given };
}

/** Without a path a database is named as its user. */
const databaseIn = (url: string): string => {
  const { pathname, username } = new URL(url);
  return decodeURIComponent(pathname.slice(1)) || decodeURIComponent(username);
};

/** Sees to that the role is there, before anything is granted to it. */
export async function makeRunRole(owner: pg.Client, { name, url }: RunRole): Promise<void> {
  await owner.query("select set_config('tillit.run_role', $1, false)", [name]);
  if (await hasRole(owner, name)) return;
  if (url !== undefined) throw new ToldError(`Det finns ingen roll ${name} i databasen. ${TWO_ADDRESSES}`);
  await createRole(owner, name);
}

const hasRole = async (owner: pg.Client, name: string): Promise<boolean> =>
  (await owner.query("select 1 from pg_roles where rolname = $1", [name])).rowCount !== 0;

const createRole = (owner: pg.Client, name: string) =>
  changeRoles(
    owner,
    "lägga upp",
    `create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole`,
  );

const NOT_ALLOWED = "42501";
const TWO_ADDRESSES =
  "Lägg upp två roller i databasen, en som äger den och en som Tillit kör som, och ange dem med DATABASE_OWNER_URL och DATABASE_URL. Hur står i README, avsnittet om egen PostgreSQL.";

/** Throws a ToldError where the owner may not, with the way that is left. */
async function changeRoles(owner: pg.Client, what: "lägga upp" | "ändra", statement: string): Promise<void> {
  try {
    await owner.query(statement);
  } catch (cause) {
    if ((cause as { code?: string }).code !== NOT_ALLOWED) throw cause;
    throw new ToldError(`Rollen i DATABASE_URL får inte ${what} roller. ${TWO_ADDRESSES}`, { cause });
  }
}

/**
 * Moves to the role all that migrations, an earlier version (tillit_app) or the database that this one is a copy of granted to
 * another, and lets nobody else in. Gives the address to run with.
 */
export async function settleRunRole(
  owner: pg.Client,
  ownerUrl: string,
  { name, url }: RunRole,
): Promise<string> {
  // Read by the owner alone: nothing is granted on it
  await owner.query(
    "create table if not exists public.tillit_run (one_row boolean primary key default true check (one_row), role text not null, secret text not null)",
  );
  const before = (await owner.query("select role, secret from public.tillit_run")).rows[0] as
    | { role: string; secret: string }
    | undefined;
  const secret = before?.secret ?? randomBytes(SECRET_BYTES).toString("hex");
  await owner.query(
    "insert into public.tillit_run (role, secret) values ($1, $2) on conflict (one_row) do update set role = $1 where tillit_run.role <> $1",
    [name, secret],
  );
  await moveRights(owner, name, ["tillit_app", ...(before ? [before.role] : [])]);
  await closeToOthers(owner, name);
  return url ?? letIn(owner, ownerUrl, { name, secret, hasOther: before?.role !== name });
}
const SECRET_BYTES = 32;

/** From the database's secret, which its owner alone reads and no backup holds: what the database's own rows are sealed by. */
export async function sealSecretIn(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query("select secret from public.tillit_run");
  return createHmac("sha256", rows[0].secret).update("seal").digest("hex");
}

/** Everything in this database that others had a right to by these roles becomes the one role's. */
async function moveRights(owner: pg.Client, to: string, from: readonly string[]): Promise<void> {
  const { rows } = await owner.query(
    `with entries as (
       select case relkind when 'S' then 'sequence ' else 'table ' end || c.oid::regclass as target, relacl as acl from pg_class c where relacl is not null
       union all select 'function ' || p.oid::regprocedure, proacl from pg_proc p where proacl is not null
       union all select 'schema ' || n.oid::regnamespace, nspacl from pg_namespace n where nspacl is not null)
     select target, rolname as role, string_agg(distinct one.privilege_type, ', ') as rights
     from entries cross join lateral aclexplode(acl) one join pg_roles r on r.oid = one.grantee
     where rolname <> $1 and (rolname = any ($2) or starts_with(rolname, $3)) group by 1, 2`,
    [to, from, OWN],
  );
  if (rows.length === 0) return;
  const moves = rows.map(
    ({ target, role, rights }) =>
      `grant ${rights} on ${target} to ${to}; revoke ${rights} on ${target} from ${pg.escapeIdentifier(role)};`,
  );
  await owner.query(`begin; ${moves.join("\n")} commit;`);
}

/** Who may connect: the owner and the role. Others that a database's keeper lets in by name stay. */
async function closeToOthers(owner: pg.Client, name: string): Promise<void> {
  const { rows } = await owner.query(
    `select has_database_privilege('public', current_database(), 'connect') as open, has_database_privilege($1, current_database(), 'connect') as own,
            current_database() as database`,
    [name],
  );
  const [{ open, own, database }] = rows;
  const at = pg.escapeIdentifier(database);
  if (!open && own) return;
  await owner.query(`grant connect on database ${at} to ${name}`);
  await owner.query(`revoke connect, temporary on database ${at} from public`);
}

/** What PostgreSQL keeps of a password (SCRAM-SHA-256, RFC 5803): sent instead of it, it can't be read in any log. */
function verifierOf(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  const key = (what: string) => createHmac("sha256", salted).update(what).digest();
  const storedKey = createHash("sha256").update(key("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString("base64")}$${storedKey}:${key("Server Key").toString("base64")}`;
}
const ITERATIONS = 4096;

/**
 * The role that owns the queue of jobs and alone reads it (decision 020): one a database as the role that requests run as, or the
 * owner itself where somebody else has made that one.
 */
export interface JobsRole {
  readonly name: string;
  /** The owner itself: nothing is to be made. */
  readonly isOwner: boolean;
}

const JOBS = "tillit_jobs_";

export function jobsRoleFor(ownerUrl: string, { name, url }: RunRole): JobsRole {
  return url === undefined
    ? { name: JOBS + name.slice(OWN.length), isOwner: false }
    : { name: decodeURIComponent(new URL(ownerUrl).username), isOwner: true };
}

/** Sees to that it is there, before anything is made its own. Gives whether it was made now. */
export async function makeJobsRole(owner: pg.Client, { name, isOwner }: JobsRole): Promise<boolean> {
  if (isOwner) return false;
  if (await hasRole(owner, name)) return false;
  await createRole(owner, name);
  // What is made the role's own is made so by one who could be it
  await changeRoles(owner, "lägga upp", `grant ${name} to current_user`);
  return true;
}

/** Lets the role in, and makes its own what is another's in a database that is a copy. Gives the address that it comes in by. */
export async function settleJobsRole(
  owner: pg.Client,
  ownerUrl: string,
  { name, isOwner }: JobsRole,
  isNew: boolean,
): Promise<string> {
  if (isOwner) return ownerUrl;
  const { rows } = await owner.query(
    `select (select r.rolname from pg_namespace n join pg_roles r on r.oid = n.nspowner where nspname = 'jobs') as before,
       (select secret from public.tillit_run) as secret, current_database() as database,
       has_database_privilege($1, current_database(), 'connect') as open`,
    [name],
  );
  const [{ before, secret, database, open }] = rows as [
    { before: string | null; secret: string; database: string; open: boolean },
  ];
  if (before !== null && before !== name)
    await owner.query(`reassign owned by ${pg.escapeIdentifier(before)} to ${name};
      grant usage on schema platform to ${name}; grant execute on function platform.municipality to ${name}`);
  if (!open) await owner.query(`grant connect on database ${pg.escapeIdentifier(database)} to ${name}`);
  return letIn(owner, ownerUrl, { name, secret, hasOther: isNew });
}

/**
 * Gives a role of ours the password that comes of the database's secret, unless it comes in by that already; `hasOther`: it is known
 * that it does not. Gives the address with it.
 */
async function letIn(
  owner: pg.Client,
  ownerUrl: string,
  { name, secret, hasOther }: { readonly name: string; readonly secret: string; readonly hasOther: boolean },
): Promise<string> {
  const password = createHmac("sha256", secret).update(name).digest("hex");
  const own = new URL(ownerUrl);
  own.username = name;
  own.password = password;
  if (hasOther || !(await letsIn(own.href)))
    await changeRoles(owner, "ändra", `alter role ${name} with login password '${verifierOf(password)}'`);
  return own.href;
}

const letsIn = (url: string): Promise<boolean> => withClient(url, async () => true).catch(() => false);

/**
 * Refuses to run as a role that could pass the guard between municipalities: by its own rights, as owner of what is guarded,
 * or by becoming somebody who can.
 */
export async function refuseUnguarded(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect().catch((cause) => {
      throw new ToldError(
        `Rollen som Tillit kör som släpps inte in i databasen (${cause instanceof Error ? cause.message : cause}). ${TWO_ADDRESSES}`,
        { cause },
      );
    });
    const { rows } = await client.query(CAN_PASS);
    const why = (rows as { why: string }[]).map((row) => row.why);
    if (why.length > 0)
      throw new ToldError(
        `Rollen ${rows[0].role} kan gå förbi skyddet mellan kommuner: ${why.join("; ")}. ${TWO_ADDRESSES}`,
      );
  } finally {
    await client.end().catch(() => {});
  }
}

const CAN_PASS = `
  with me as (select r.* from pg_roles r where rolname = session_user),
    owners as (select distinct relowner as id from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'p') and nspname not in ('pg_catalog', 'information_schema') and nspname not like 'pg_toast%'
      union select nspowner from pg_namespace where nspname in (select nspname from pg_namespace n join pg_class on relnamespace = n.oid where relrowsecurity)
      union select datdba from pg_database where datname = current_database())
  select session_user::text as role, why from (
    select 'den är superuser' as why from me where rolsuper
    union all select 'den har BYPASSRLS' from me where rolbypassrls and not rolsuper
    union all select 'den får lägga upp roller' from me where rolcreaterole and not rolsuper
    union all select 'den äger databasen eller något i den' from me where not rolsuper and oid in (select id from owners)
    union all select 'den kan bli ' || o.rolname from pg_roles o, me
      where not me.rolsuper and o.oid <> me.oid and pg_has_role(me.oid, o.oid, 'MEMBER')
        and (o.rolsuper or o.rolbypassrls or o.rolcreaterole or o.oid in (select id from owners))) found`;
