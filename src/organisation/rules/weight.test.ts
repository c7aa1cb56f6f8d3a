import { expect, test } from "vitest";
import {
  erasedName,
  type Person,
  type Post,
  postsOn,
  protectedName,
  ROLES,
  type Role,
} from "./organisation.ts";
import { byWeight } from "./weight.ts";

const post = (id: string, role: Role, more: Partial<Post> = {}): Post => ({
  id,
  role,
  title: id,
  body: "b",
  validFrom: "2027-01-01",
  validTo: null,
  ...more,
});

test("R-2: who is several things is called the same everywhere, whatever the posts' ids are", () => {
  const posts = [
    post("a ledamot", "member"),
    post("b tillförordnad", "municipal-director", { actingFor: "x" }),
    post("z chef", "administration-director"),
    post("c ordförande", "chair", { validTo: "2027-06-30" }),
  ];
  const person: Person = { id: "p", name: "P", posts };
  expect(postsOn(person, "2027-05-01").map(({ title }) => title)).toEqual([
    "z chef",
    "c ordförande",
    "a ledamot",
    "b tillförordnad",
  ]);
  expect(protectedName(posts)).toBe("z chef");
  expect(erasedName(posts.toReversed())).toBe("Borttagen person, z chef");
  // Of those who have left, what was held to the end
  const ended = [
    post("a", "chair", { validTo: "2026-12-31" }),
    post("b", "member", { validTo: "2027-03-31" }),
  ];
  expect(erasedName(ended)).toBe("Borttagen person, b");
});

test("R-2: every role has its weight", () => {
  const roles = Object.keys(ROLES) as Role[];
  const [first] = byWeight(roles.map((role) => post(role, role)));
  expect(first?.role).toBe("municipal-director");
  for (const role of roles)
    expect(byWeight([post("a", role), post("b", "municipal-director")])[0]?.id).toBe(
      role === "municipal-director" ? "a" : "b",
    );
});
