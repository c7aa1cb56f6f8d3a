import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { DatabaseAway } from "./away.ts";
import { openDoor } from "./door.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
  // What takes the connection away at once, or in the moment when all is to be stored
  await a.sql(`
    create function public.cut() returns trigger language plpgsql security definer as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
    create table public.cut_at_once (n int); create table public.cut_at_commit (n int);
    create trigger cut after insert on public.cut_at_once for each row execute function public.cut();
    create constraint trigger cut after insert on public.cut_at_commit deferrable initially deferred
      for each row execute function public.cut();
    grant insert on public.cut_at_once, public.cut_at_commit to public;
  `);
});
afterAll(() => a.stop());

const writer = { municipality: "1277", personId: "kommunchef", requestId: "test" };
const fault = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (cause: unknown) => cause,
  );

describe("T-7: a database that goes away is told apart from what is wrong with what was sent", () => {
  test("in the middle: nothing is stored; when all was to be stored: nobody knows; the next one goes well", async () => {
    const into = (table: string) =>
      fault(
        a.server.door.write(writer, "prov", (tx) =>
          sql`insert into ${sql.table(`public.${table}`)} values (1)`.execute(tx),
        ),
      );
    expect(await into("cut_at_once")).toMatchObject({ name: "DatabaseAway", stored: "nothing" });
    expect(await into("cut_at_commit")).toMatchObject({ name: "DatabaseAway", stored: "unknown" });
    expect(await a.server.door.read("1277", async () => "answers")).toBe("answers");
  });

  test("a connection that breaks while nothing is asked on it", async () => {
    const broken = a.server.door.read("1277", async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await a.sql(`select pg_terminate_backend(${rows[0]?.pid})`);
      await new Promise((done) => setTimeout(done, 100));
      return sql`select 1`.execute(tx);
    });
    expect(await fault(broken)).toBeInstanceOf(DatabaseAway);
    expect(await a.server.door.read("1277", async () => "answers")).toBe("answers");
  });

  test("a database that is not there, not reachable, or does not let one in; a fault of the question is none of these", async () => {
    const url = new URL(a.databaseUrl);
    const at = (change: Partial<Pick<URL, "port" | "pathname" | "password">>) =>
      Object.assign(new URL(url), change).href;
    for (const other of [at({ port: "1" }), at({ pathname: "/ingen" }), at({ password: "fel" })]) {
      const door = openDoor(other);
      expect(await fault(door.read("1277", async () => 1)), other).toMatchObject({ stored: "nothing" });
      await door.close();
    }
    const wrong = a.server.door.read("1277", (tx) => sql`select * from nowhere`.execute(tx));
    expect(await fault(wrong)).toMatchObject({ code: "42P01" });
  });
});
