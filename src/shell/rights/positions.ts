import type { Body, BodyKind, Person, Role } from "../../organisation/rules/organisation.ts";

/** A post as the law and the model speak of it: a role in a kind of body (model R-2, §3.2). */
export interface Position {
  /** The heading of its column in docs/rights.csv. */
  readonly name: string;
  readonly kind: BodyKind;
  readonly role: Role;
  /** In the administration of the executive, which leads and coordinates (KL 6:1), not in a committee's. */
  readonly ofExecutive?: true;
}

/** Whoever has not signed in. */
export const PUBLIC = "Allmänhet";

export const POSITIONS: readonly Position[] = [
  { name: "KF ordförande", kind: "council", role: "chair" },
  { name: "KF sekreterare", kind: "council", role: "secretary" },
  { name: "KF ledamot", kind: "council", role: "member" },
  { name: "KS ordförande", kind: "executive", role: "chair" },
  { name: "KS sekreterare", kind: "executive", role: "secretary" },
  { name: "KS ledamot", kind: "executive", role: "member" },
  { name: "Kommunchef", kind: "administration", role: "municipal-director", ofExecutive: true },
  { name: "Ekonomichef", kind: "administration", role: "finance-director", ofExecutive: true },
  { name: "Kommunens controller", kind: "administration", role: "controller", ofExecutive: true },
  { name: "Systemförvaltare", kind: "administration", role: "system-manager", ofExecutive: true },
  { name: "Nämnd ordförande", kind: "committee", role: "chair" },
  { name: "Nämnd sekreterare", kind: "committee", role: "secretary" },
  { name: "Nämnd ledamot", kind: "committee", role: "member" },
  { name: "Förvaltningschef", kind: "administration", role: "administration-director" },
  { name: "Förvaltningens controller", kind: "administration", role: "controller" },
  { name: "Medarbetare på förvaltning", kind: "administration", role: "employee" },
  { name: "Enhetschef", kind: "unit", role: "unit-manager" },
  { name: "Medarbetare på enhet", kind: "unit", role: "employee" },
  { name: "Revisor", kind: "audit", role: "auditor" },
  { name: "Bolag ordförande", kind: "company", role: "chair" },
  { name: "Bolag sekreterare", kind: "company", role: "secretary" },
  { name: "VD", kind: "company", role: "managing-director" },
  { name: "Medarbetare i bolag", kind: "company", role: "employee" },
];

/** Every column: those who have signed in, and last whoever has not. */
export const COLUMNS: readonly string[] = [...POSITIONS.map(({ name }) => name), PUBLIC];

const body = (id: string, kind: BodyKind, parent: string | null): Body => ({
  id,
  kind,
  name: id,
  parent,
  validFrom: "2000-01-01",
  validTo: null,
});

/**
 * The smallest organisation in which every position has one of each kind of body that is its own and one that is another's. Mandates
 * speak of kinds of body, roles and reach alone: what they give here they give in any municipality.
 */
export const MODEL_ORGANISATION: readonly Body[] = [
  body("kf", "council", null),
  body("revision", "audit", "kf"),
  body("ks", "executive", "kf"),
  body("namnd", "committee", "kf"),
  body("annan-namnd", "committee", "kf"),
  body("ks-forvaltning", "administration", "ks"),
  body("forvaltning", "administration", "namnd"),
  body("annan-forvaltning", "administration", "annan-namnd"),
  body("enhet", "unit", "forvaltning"),
  body("granne", "unit", "forvaltning"),
  body("annan-enhet", "unit", "annan-forvaltning"),
  body("bolag", "company", "kf"),
  body("dotterbolag", "company", "bolag"),
  body("annat-bolag", "company", "kf"),
  body("delagt-bolag", "part-owned-company", "kf"),
];

/** The body of the model's organisation where a position is held. */
export function seatOf(position: Position): string {
  if (position.ofExecutive) return "ks-forvaltning";
  const seats: Readonly<Record<BodyKind, string>> = {
    council: "kf",
    preparation: "kf",
    executive: "ks",
    committee: "namnd",
    "joint-committee": "namnd",
    electoral: "namnd",
    audit: "revision",
    administration: "forvaltning",
    "management-group": "ks-forvaltning",
    department: "enhet",
    unit: "enhet",
    company: "bolag",
    "part-owned-company": "bolag",
  };
  return seats[position.kind];
}

/** Somebody who holds a position there. */
export const holderOf = (position: Position): Person => ({
  id: position.name,
  name: position.name,
  posts: [
    {
      id: position.name,
      body: seatOf(position),
      role: position.role,
      title: position.name,
      validFrom: "2000-01-01",
      validTo: null,
    },
  ],
});

/** All that a body can be to somebody, in the order in which a cell says it. */
export const RELATIONS = [
  "fullmäktige",
  "kommunstyrelsen",
  "egen nämnd",
  "annan nämnd",
  "egen förvaltning",
  "annan förvaltning",
  "egen enhet",
  "enhet i egen förvaltning",
  "annan enhet",
  "eget bolag",
  "dotterbolag",
  "annat bolag",
  "delägt bolag",
] as const;
export type Relation = (typeof RELATIONS)[number];

/**
 * What a body is to whoever has a seat somewhere, in the words of docs/rights.csv: "egen nämnd". One's own is where one sits, what it
 * works for, and what works for it. Undefined for a body that nothing is about.
 */
export function relation(bodies: readonly Body[], seat: string, target: Body): Relation | undefined {
  const up = (id: string): string[] => {
    const parent = bodies.find((one) => one.id === id)?.parent;
    return parent ? [id, ...up(parent)] : [id];
  };
  const of = bodies.find(({ id }) => id === seat);
  const line = of?.kind === "council" || of?.kind === "audit" ? [] : [...up(seat), ...belowOf(bodies, seat)];
  const own = line.includes(target.id);
  switch (target.kind) {
    case "council":
      return "fullmäktige";
    case "executive":
      return "kommunstyrelsen";
    case "committee":
    case "joint-committee":
    case "electoral":
      return own ? "egen nämnd" : "annan nämnd";
    case "administration":
      return own ? "egen förvaltning" : "annan förvaltning";
    case "unit":
      if (target.id === seat) return "egen enhet";
      return of?.kind !== "unit" && own ? "enhet i egen förvaltning" : "annan enhet";
    case "company":
      if (target.id === seat) return "eget bolag";
      return own ? "dotterbolag" : "annat bolag";
    case "part-owned-company":
      return "delägt bolag";
    default:
      return undefined;
  }
}

function belowOf(bodies: readonly Body[], id: string): string[] {
  const next = bodies.filter(({ parent }) => parent === id).map((one) => one.id);
  return next.flatMap((one) => [one, ...belowOf(bodies, one)]);
}
