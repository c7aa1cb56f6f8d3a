import { sql } from "kysely";
import { describe, expect, inject, test } from "vitest";
import { asSuperuser, databaseAt, freshDatabase, rowsOf } from "../../shell/testing/database.ts";
import { openDoor } from "./door.ts";
import { prepareDatabase } from "./migrate.ts";
import { refuseUnguarded, runRoleFor } from "./run-role.ts";

const server = () => inject("postgresUrl");
const prepared = (ownerUrl: string, runUrl?: string) =>
  prepareDatabase(ownerUrl, runRoleFor(ownerUrl, runUrl));
const databaseOf = (url: string) => new URL(url).pathname.slice(1);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

/** Rights of any role but the owner in a database, "role". */
const others = (url: string) =>
  rowsOf(
    url,
    `select distinct rolname as role from pg_class c cross join lateral aclexplode(relacl) x join pg_roles r on r.oid = x.grantee
     where relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema') and x.grantee <> relowner`,
  );

/** A database whose owner is no superuser. */
async function owned(may: "createrole" | "nocreaterole") {
  const database = `d${crypto.randomUUID().replaceAll("-", "")}`;
  const [owner, runner] = [`o${database.slice(1, 12)}`, `r${database.slice(1, 12)}`];
  await asSuperuser(server(), async (client) => {
    await client.query(`create role ${owner} login password 'agare' ${may}`);
    await client.query(`create database ${database} owner ${owner}`);
  });
  const as = (user: string, password: string) => {
    const url = new URL(databaseAt(server(), database));
    url.username = user;
    url.password = password;
    return url.href;
  };
  return {
    owner,
    runner,
    ownerUrl: as(owner, "agare"),
    runUrl: as(runner, "lopare"),
    superuser: (text: string) => asSuperuser(server(), (client) => client.query(text)),
  };
}

describe("T-3: each database has a run-time role of its own", () => {
  test("it logs in by itself, passes no guard, and is not let into another database of the same server", async () => {
    const [one, other] = [await freshDatabase(server()), await freshDatabase(server())];
    const { url } = await prepared(one);
    await prepared(other);
    expect(new URL(url).username).toBe(`tillit_run_${databaseOf(one)}`);
    await refuseUnguarded(url);
    const neighbour = new URL(url);
    neighbour.pathname = new URL(other).pathname;
    expect(await codeOf(rowsOf(neighbour.href, "select 1"))).toBe("42501");
    expect(await codeOf(rowsOf(url, "set role tillit"))).toBe("42501");
    expect(await codeOf(rowsOf(url, "select * from public.tillit_run"))).toBe("42501");
  });

  test("what was granted to the role of all databases is moved, and what comes later goes to the own one", async () => {
    const url = await freshDatabase(server());
    await prepared(url);
    const own = runRoleFor(url).name;
    await asSuperuser(url, async (client) => {
      await client.query(
        "do $$ begin create role tillit_app nologin; exception when duplicate_object or unique_violation then null; end $$",
      );
      await client.query(
        "create table platform.earlier (municipality_id text, n serial); grant select, insert on platform.earlier to tillit_app; grant usage on sequence platform.earlier_n_seq to tillit_app; grant usage on schema platform to tillit_app; create table platform.later (municipality_id text primary key)",
      );
    });
    expect(await others(url)).toContainEqual({ role: "tillit_app" });
    const { url: run } = await prepared(url);
    expect(await others(url)).toEqual([{ role: own }]);
    expect(await rowsOf(run, "insert into platform.earlier values ('1') returning n")).toEqual([{ n: 1 }]);
    await asSuperuser(url, (client) => client.query("select platform.guard('platform.later')"));
    expect(await rowsOf(run, "select * from platform.later")).toEqual([]);
  });

  test("a copy of a database has another role than what it was copied from", async () => {
    const original = await freshDatabase(server());
    await prepared(original);
    const copy = await freshDatabase(server(), databaseOf(original));
    const { url } = await prepared(copy);
    expect(await others(copy)).toEqual([{ role: runRoleFor(copy).name }]);
    expect(await others(original)).toEqual([{ role: runRoleFor(original).name }]);
    expect(await rowsOf(url, "select municipality_id from platform.municipality")).toEqual([]);
  });

  test("several starts at once, and again later, all get in", async () => {
    const database = await freshDatabase(server());
    const urls = (await Promise.all(Array.from({ length: 4 }, () => prepared(database)))).map(
      ({ url }) => url,
    );
    expect(new Set(urls).size).toBe(1);
    const door = openDoor(urls[0] as string);
    expect((await prepared(database)).url).toBe(urls[0]);
    expect(await door.read("", (tx) => sql`select 1`.execute(tx).then(() => "in"))).toBe("in");
    await door.close();
  });
});

describe("T-3: where the owner may not do all, two addresses are given", () => {
  test("an owner that may make roles is enough by itself", async () => {
    const { ownerUrl } = await owned("createrole");
    const { url } = await prepared(ownerUrl);
    await refuseUnguarded(url);
    await refuseUnguarded((await prepared(ownerUrl)).url);
  });

  test("one that may not is told what to do; with a role made for it, it runs", async () => {
    const { ownerUrl, owner, runner, runUrl, superuser } = await owned("nocreaterole");
    await expect(prepared(ownerUrl)).rejects.toThrow(
      /får inte lägga upp roller\. Lägg upp två roller i databasen, .* DATABASE_OWNER_URL och DATABASE_URL\./,
    );
    await expect(prepared(ownerUrl, runUrl)).rejects.toThrow(`Det finns ingen roll ${runner}`);
    await superuser(`create role ${runner} login password 'lopare'`);
    await superuser(`grant ${runner} to ${owner} with admin option`);
    const { url } = await prepared(ownerUrl, runUrl);
    expect(url).toBe(runUrl);
    await refuseUnguarded(runUrl);
    expect(await others(ownerUrl)).toEqual([{ role: runner }]);

    for (const [make, undo, why] of [
      [`alter role ${runner} bypassrls`, `alter role ${runner} nobypassrls`, "den har BYPASSRLS"],
      [`alter role ${runner} superuser`, `alter role ${runner} nosuperuser`, "den är superuser"],
      [`alter role ${runner} createrole`, `alter role ${runner} nocreaterole`, "den får lägga upp roller"],
      [
        `alter database ${new URL(runUrl).pathname.slice(1)} owner to ${runner}`,
        `alter database ${new URL(runUrl).pathname.slice(1)} owner to ${owner}`,
        "den äger databasen eller något i den",
      ],
    ] as const) {
      await superuser(make);
      await expect(refuseUnguarded(runUrl)).rejects.toThrow(
        `Rollen ${runner} kan gå förbi skyddet mellan kommuner: ${why}`,
      );
      await superuser(undo);
    }
    await superuser(`revoke ${runner} from ${owner} cascade`);
    await superuser(`grant ${owner} to ${runner}`);
    await expect(refuseUnguarded(runUrl)).rejects.toThrow(`den kan bli ${owner}`);
  });

  test("a name that could not stand in a migration is refused", () => {
    expect(() => runRoleFor("postgres://o@h/d", 'postgres://R"x@h/d')).toThrow("små bokstäver");
  });
});
