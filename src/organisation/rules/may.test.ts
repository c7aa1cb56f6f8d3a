import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Mandate, SCOPES } from "./mandate.ts";
import { mayBy } from "./may.ts";
import {
  BODY_KINDS,
  type Body,
  type BodyKind,
  type Person,
  type Post,
  ROLES,
  type Role,
  upFrom,
} from "./organisation.ts";

const body = (id: string, kind: BodyKind, parent: string | null, more: Partial<Body> = {}): Body => ({
  id,
  kind,
  name: id.toUpperCase(),
  parent,
  validFrom: "2020-01-01",
  validTo: null,
  ...more,
});
const BODIES = [
  body("kf", "council", null),
  body("ks", "executive", "kf"),
  body("skola", "committee", "kf"),
  body("social", "committee", "kf"),
  body("skolforvaltning", "administration", "skola"),
  body("enhet", "unit", "skolforvaltning"),
];
const mandate = (more: Partial<Mandate>): Mandate => ({
  id: "m",
  action: "decide:budget",
  organKinds: ["council"],
  roles: ["chair", "secretary"],
  scope: "own",
  source: "Kommunallagen",
  cite: "KL 11:10",
  validFrom: "2021-01-01",
  validTo: null,
  ...more,
});
const person = (of: string, role: Role, more: Partial<Post> = {}): Person => ({
  id: "p",
  name: "Person",
  posts: [{ id: "post", body: of, role, title: "Titel", validFrom: "2020-01-01", validTo: null, ...more }],
});
const DAY = "2027-01-15";

describe("R-3: yes comes with the mandate and its source", () => {
  test("the council's chair decides the council's budget", () => {
    expect(mayBy(BODIES, [mandate({})])(person("kf", "chair"), "decide:budget", { body: "kf" }, DAY)).toEqual(
      {
        allowed: true,
        mandate: "m",
        source: "Kommunallagen",
        cite: "KL 11:10",
        post: "post",
      },
    );
  });
  test("a verb for every object covers each, and no other verb", () => {
    const may = mayBy(BODIES, [mandate({ action: "edit:*" })]);
    expect(may(person("kf", "chair"), "edit:vision", { body: "kf" }, DAY).allowed).toBe(true);
    expect(may(person("kf", "chair"), "decide:vision", { body: "kf" }, DAY).allowed).toBe(false);
    expect(may(person("kf", "chair"), "edit", { body: "kf" }, DAY).allowed).toBe(false);
    expect(
      mayBy(BODIES, [mandate({})])(person("kf", "chair"), "decide:budget-change", { body: "kf" }, DAY)
        .allowed,
    ).toBe(false);
  });
});

test("R-3, T-1: who may instead is said in the reader's language, the body by its own name", () => {
  const ask = (...language: ["en"] | []) => {
    const answer = mayBy(BODIES, [mandate({})], ...language)(undefined, "decide:budget", { body: "kf" }, DAY);
    return answer.allowed ? [] : answer.ask;
  };
  expect(ask()[0]).toMatch(/ \(ordförande/);
  expect(ask("en")[0]).toMatch(/ \(chair/);
  expect(ask("en").map((who) => who.split(" (")[0])).toEqual(ask().map((who) => who.split(" (")[0]));
});

describe("R-3: how far a mandate reaches", () => {
  const reach = (from: string, kind: BodyKind, scope: Mandate["scope"]) => {
    const may = mayBy(BODIES, [mandate({ organKinds: [kind], scope, roles: ["secretary"] })]);
    return BODIES.map((b) => b.id).filter(
      (id) => may(person(from, "secretary"), "decide:budget", { body: id }, DAY).allowed,
    );
  };
  test("own: the post's own body", () => expect(reach("skola", "committee", "own")).toEqual(["skola"]));
  test("served: itself and what it works for, but not what that answers to", () =>
    expect(reach("enhet", "unit", "served")).toEqual(["skola", "skolforvaltning", "enhet"]));
  test("served: a committee serves nobody above it", () =>
    expect(reach("skola", "committee", "served")).toEqual(["skola"]));
  test("below: itself and all under it", () =>
    expect(reach("skola", "committee", "below")).toEqual(["skola", "skolforvaltning", "enhet"]));
  test("group: every body", () => expect(reach("ks", "executive", "group")).toHaveLength(BODIES.length));
});

describe("P-4: no comes with why, by which section, and who may instead", () => {
  const may = mayBy(BODIES, [
    mandate({}),
    mandate({ id: "n", action: "edit:goals", organKinds: ["committee"], cite: "§2.1" }),
  ]);
  test("nobody has signed in", () => {
    expect(may(undefined, "decide:budget", { body: "kf" }, DAY)).toEqual({
      allowed: false,
      because: "sign-in",
      cite: "KL 11:10",
      ask: ["KF (ordförande, sekreterare)"],
    });
  });
  test("nobody may at all", () => {
    expect(may(person("kf", "chair"), "decide:war", { body: "kf" }, DAY)).toEqual({
      allowed: false,
      because: "no-mandate",
      cite: "§3.2",
      ask: [],
    });
  });
  test("others may: the executive can't adopt the budget", () => {
    expect(may(person("ks", "chair"), "decide:budget", { body: "kf" }, DAY)).toEqual({
      allowed: false,
      because: "not-yours",
      cite: "KL 11:10",
      ask: ["KF (ordförande, sekreterare)"],
    });
  });
  test("mine reaches another body", () => {
    expect(may(person("skola", "chair"), "edit:goals", { body: "social" }, DAY)).toMatchObject({
      because: "other-body",
      cite: "§2.1",
      ask: ["SOCIAL (ordförande, sekreterare)"],
    });
  });
  test("the right body but another role", () => {
    expect(may(person("kf", "member"), "decide:budget", { body: "kf" }, DAY)).toMatchObject({
      because: "not-yours",
    });
  });
  test("a body that does not exist is nobody's", () => {
    expect(may(person("kf", "chair"), "decide:budget", { body: "okand" }, DAY)).toMatchObject({
      because: "other-body",
      ask: [],
    });
  });
});

describe("R-1, R-3: what has not begun or has ended gives nothing", () => {
  const ask = (
    who: Person,
    bodies = BODIES,
    mandates = [mandate({})],
    day: typeof DAY | "2026-12-31" = DAY,
  ) => mayBy(bodies, mandates)(who, "decide:budget", { body: "kf" }, day);
  test("a post that ended yesterday, or begins tomorrow", () => {
    expect(ask(person("kf", "chair", { validTo: "2027-01-14" })).allowed).toBe(false);
    expect(ask(person("kf", "chair", { validFrom: "2027-01-16" })).allowed).toBe(false);
    expect(ask(person("kf", "chair", { validTo: DAY, validFrom: DAY })).allowed).toBe(true);
  });
  test("a body that has ended, and it is not named among those who may", () => {
    const bodies = BODIES.map((b) => (b.id === "kf" ? { ...b, validTo: "2026-12-31" as const } : b));
    expect(ask(person("kf", "chair"), bodies)).toMatchObject({ allowed: false, ask: [] });
    expect(ask(person("kf", "chair"), bodies, [mandate({})], "2026-12-31").allowed).toBe(true);
  });
  test("a mandate that has ended, or has not begun", () => {
    expect(ask(person("kf", "chair"), BODIES, [mandate({ validTo: "2026-12-31" })])).toMatchObject({
      because: "no-mandate",
    });
    expect(ask(person("kf", "chair"), BODIES, [mandate({ validFrom: "2027-01-16" })])).toMatchObject({
      because: "no-mandate",
    });
  });
  test("one of two posts is enough", () => {
    const who = person("skola", "chair");
    const both = {
      ...who,
      posts: [...who.posts, ...person("kf", "secretary", { id: "andra" } as Partial<Post>).posts],
    };
    expect(ask(both)).toMatchObject({ allowed: true, post: "andra" });
  });
  test("a post in a body that is not there gives nothing", () => {
    expect(ask(person("borta", "chair")).allowed).toBe(false);
  });
});

describe("R-1: nothing is done in a body that is no more, however far a mandate reaches", () => {
  const bodies = [...BODIES, body("gammal", "committee", "kf", { validTo: "2026-12-31" })];
  test.each(SCOPES)("%s", (scope) => {
    const may = mayBy(bodies, [mandate({ organKinds: ["council"], scope })]);
    const ask = (day: typeof DAY | "2026-12-31") =>
      may(person("kf", "chair"), "decide:budget", { body: "gammal" }, day);
    expect(ask(DAY)).toEqual({ allowed: false, because: "ended", cite: "KL 11:10", ask: [] });
    expect(ask("2026-12-31").allowed).toBe(scope === "below" || scope === "group");
  });
  test("who has not signed in is sent to nobody; a body that never was is nobody's either", () => {
    const may = mayBy(bodies, [mandate({ scope: "group" })]);
    expect(may(undefined, "decide:budget", { body: "gammal" }, DAY)).toMatchObject({ ask: [] });
    expect(may(person("kf", "chair"), "decide:budget", { body: "okand" }, DAY)).toMatchObject({
      because: "other-body",
      ask: [],
    });
  });
});

describe("P-4: a refusal names no post that nobody holds", () => {
  const held = person("kf", "secretary").posts;
  const ask = (posts: readonly Post[]) => {
    const may = mayBy(BODIES, [mandate({ roles: ["chair", "secretary", "finance-director"] })], "sv", posts);
    const answer = may(undefined, "decide:budget", { body: "kf" }, DAY);
    return answer.allowed ? [] : answer.ask;
  };
  test("only roles that somebody holds on the day", () => expect(ask(held)).toEqual(["KF (sekreterare)"]));
  test("where nobody does, the body alone", () => {
    expect(ask([])).toEqual(["KF"]);
    expect(ask(person("kf", "chair", { validTo: "2027-01-14" }).posts)).toEqual(["KF"]);
  });
  test("another mandate's holder stands before a vacant one", () => {
    const may = mayBy(
      BODIES,
      [mandate({ roles: ["chair"] }), mandate({ id: "n", roles: ["secretary"] })],
      "sv",
      held,
    );
    expect(may(undefined, "decide:budget", { body: "kf" }, DAY)).toMatchObject({ ask: ["KF (sekreterare)"] });
  });
});

test("R-1: an organisation in a circle does not hang anybody", () => {
  const round = [body("a", "unit", "b"), body("b", "unit", "a")];
  expect(upFrom(round, "a").map((b) => b.id)).toEqual(["a", "b"]);
  expect(upFrom(round, "okand")).toEqual([]);
});

test("P-4: a managing director is named, and may, in a company only", () => {
  const company = { ...(BODIES[0] as Body), id: "bolag", kind: "company" as const, name: "Bolaget" };
  const may = mayBy(
    [...BODIES, company],
    [mandate({ organKinds: ["company", "council"], roles: ["managing-director"], scope: "group" })],
  );
  const asked = may(undefined, "decide:budget", { body: "kf" }, DAY);
  expect(asked).toMatchObject({ ask: ["Bolaget (verkställande direktör)"] });
  expect(may(person("kf", "managing-director"), "decide:budget", { body: "kf" }, DAY).allowed).toBe(false);
  expect(may(person("bolag", "managing-director"), "decide:budget", { body: "kf" }, DAY).allowed).toBe(true);
});

test("P-4: whoever is named as one who may, may", () => {
  const kinds = fc.uniqueArray(fc.constantFrom(...BODY_KINDS), { minLength: 1, maxLength: 3 });
  const roles = fc.uniqueArray(fc.constantFrom(...(Object.keys(ROLES) as Role[])), {
    minLength: 1,
    maxLength: 3,
  });
  const any = fc.record({ organKinds: kinds, roles, scope: fc.constantFrom(...SCOPES) });
  const bodyId = fc.constantFrom(...BODIES.map((b) => b.id));
  fc.assert(
    fc.property(any, bodyId, (given, about) => {
      const may = mayBy(BODIES, [mandate(given)]);
      const answer = may(undefined, "decide:budget", { body: about }, DAY);
      const named = answer.allowed ? [] : answer.ask.map((text) => text.split(" ")[0]?.toLowerCase());
      for (const { id } of BODIES) {
        const allowed = given.roles.some(
          (role) => may(person(id, role), "decide:budget", { body: about }, DAY).allowed,
        );
        expect(allowed).toBe(named.includes(id));
      }
    }),
  );
});
