import type pg from "pg";
import { expect, test } from "vitest";
import { Prepared } from "./prepared.ts";

const OFTEN = 10;
const SELECT = "select * from organisation.body where body_id = $1";
const asked = (prepared: Prepared, text: string, times = OFTEN) =>
  Array.from({ length: times }, () => prepared.nameOf(text));

test("what is asked often gets a name of its own, and keeps it", () => {
  const prepared = new Prepared();
  expect(asked(prepared, SELECT, OFTEN - 1)).toEqual(Array(OFTEN - 1).fill(undefined));
  const name = prepared.nameOf(SELECT);
  expect(name).toMatch(/^tillit_/);
  expect(prepared.nameOf(SELECT)).toBe(name);
  const other = asked(prepared, `${SELECT} and year = $2`).at(-1);
  expect(other).toMatch(/^tillit_/);
  expect(other).not.toBe(name);
});

test.each(["begin ; select set_config('a', 'b', true)", "commit", "rollback to savepoint a", "lock table x"])(
  "%s has none",
  (text) => expect(asked(new Prepared(), text, 3 * OFTEN).every((name) => name === undefined)).toBe(true),
);

test("only so many have names", () => {
  const prepared = new Prepared();
  const names = Array.from({ length: 400 }, (_, i) => asked(prepared, `select ${i} from a.b`).at(-1));
  expect(names.filter((name) => name !== undefined)).toHaveLength(250);
});

test("a plan of a table that has got another shape is told of, and new names are taken", async () => {
  const said: unknown[] = [];
  let old = false;
  const client = {
    query: async (...args: unknown[]) => {
      said.push(args.length === 1 ? args[0] : args);
      if (old) throw Object.assign(new Error("cached plan must not change result type"), { code: "0A000" });
      return { rows: [] };
    },
  } as unknown as pg.ClientBase;
  const prepared = new Prepared();
  prepared.on(client);
  for (let i = 0; i < OFTEN; i++) await client.query(SELECT, ["a"]);
  expect(said[0]).toEqual([SELECT, ["a"]]);
  const named = said.at(-1) as { name: string };
  expect(named).toEqual({ name: expect.stringMatching(/^tillit_/), text: SELECT, values: ["a"] });
  old = true;
  await expect(client.query(SELECT, ["a"])).rejects.toThrow("cached plan");
  old = false;
  for (let i = 0; i < OFTEN; i++) await client.query(SELECT, ["a"]);
  expect((said.at(-1) as { name: string }).name).not.toBe(named.name);
});
