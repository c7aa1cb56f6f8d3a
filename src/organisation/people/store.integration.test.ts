import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tx } from "../../platform/database/door.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { people } from "../store.ts";
import { endPost, givePost, newPerson } from "./store.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());
const write = <T>(work: (tx: Tx) => Promise<T>) =>
  a.server.door.write(
    { municipality: "1277", personId: "systemforvaltare", requestId: "prov" },
    "Prov",
    work,
  );

test("R-2: a person comes, holds a post for a time and leaves it; the id says nothing of who it is", async () => {
  const id = await write((tx) =>
    newPerson(tx, "1277", { name: "Ny ersättare", contact: "e@kommun.example" }),
  );
  expect(id).toMatch(/^person-[0-9][0-9a-z]{15}$/);
  const given = {
    person: id,
    body: "bildningsnamnden",
    role: "substitute",
    title: "Ersättare",
    validFrom: "2027-01-01",
    validTo: null,
    party: "C",
    place: 2,
  } as const;
  const post = await write((tx) => givePost(tx, "1277", given));
  await write((tx) => endPost(tx, { post, on: "2027-06-30" }));
  const [person] = await a.server.door.read("1277", (tx) => people(tx, id));
  const { person: _person, ...held } = given;
  expect(person?.posts).toEqual([{ id: post, ...held, validTo: "2027-06-30" }]);
  const { rows } = await a.sql(
    "select count(*)::int as n from platform.change_log where after::text ~ 'Ny ersättare|e@kommun'",
  );
  expect(rows).toEqual([{ n: 0 }]);
  await write((tx) => endPost(tx, { post, on: "2026-12-31" }));
  expect((await a.server.door.read("1277", (tx) => people(tx, id)))[0]?.posts).toEqual([]);
});
