import { addDays, type Day } from "../../../kernel/day.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { type Body, type BodyKind, carriesOut } from "../../rules/organisation.ts";
import { SOLE_KINDS } from "../../rules/sole.ts";
import {
  bodiesThere,
  type DatedOrganisation,
  organisationOn,
  type Placing,
  type Succession,
} from "./dated.ts";
import type { POSTS, Step } from "./steps.ts";

const CITE = "§3";

/** A body that ends the day before; `to` goes on with what it was, null: nobody. */
export interface Ended {
  readonly body: string;
  readonly to: string | null;
  readonly posts: (typeof POSTS)[number];
}

/** What a reorganisation comes to: what is written when it is registered, and what stops it. */
export interface Reorganised {
  readonly begun: readonly Body[];
  /** Bodies that are called or stand otherwise from the day on. */
  readonly placed: readonly Placing[];
  readonly ended: readonly Ended[];
  readonly successions: readonly Succession[];
  /** The organisation with it, on any day; and as it is on its own day. */
  readonly dated: DatedOrganisation;
  readonly after: readonly Body[];
  readonly remarks: readonly Remark[];
}

/**
 * What steps make of an organisation from a day on (model R-1). What stood under a body that ends follows to the one that goes on with
 * it, where no step moves it elsewhere.
 */
export function reorganised(dated: DatedOrganisation, steps: readonly Step[], day: Day): Reorganised {
  const work = new Work(dated, day);
  for (const [i, step] of steps.entries()) work.take(step, `steps.${i}`);
  return work.done();
}

/** A body's standing while steps are taken. */
type Standing = Pick<Body, "id" | "kind" | "name" | "parent"> & {
  readonly nameEn: string | null;
  readonly sharePercent: number | null;
  readonly partners: readonly string[];
};

class Work {
  readonly #dated: DatedOrganisation;
  readonly #day: Day;
  /** Of all that are or have been. */
  readonly #ids: ReadonlySet<string>;
  readonly #before: ReadonlyMap<string, Standing>;
  readonly #standing: Map<string, Standing>;
  readonly #begun = new Set<string>();
  readonly #ended = new Map<string, Ended>();
  readonly #successions: Succession[] = [];
  /** Where each body was touched, for the remark's place. */
  readonly #touched = new Map<string, string>();
  readonly #remarks: Remark[] = [];

  constructor(dated: DatedOrganisation, day: Day) {
    this.#dated = dated;
    this.#day = day;
    this.#ids = new Set(dated.bodies.map(({ id }) => id));
    const there = bodiesThere(organisationOn(dated, day), day).map(standingOf);
    this.#before = new Map(there.map((body) => [body.id, body]));
    this.#standing = new Map(this.#before);
  }

  take(step: Step, at: string): void {
    switch (step.do) {
      case "new": {
        const { do: _do, body, ...rest } = step;
        if (this.#ids.has(body) || this.#standing.has(body)) {
          this.#stop("reorganise-taken", { id: body }, `${at}.body`);
          return;
        }
        this.#standing.set(body, { id: body, ...rest });
        this.#begun.add(body);
        this.#touched.set(body, at);
        return;
      }
      case "change": {
        const { do: _do, body, ...rest } = step;
        const own = this.#known(body, `${at}.body`);
        if (own) this.#set({ ...own, ...rest }, at);
        return;
      }
      case "move": {
        const own = this.#known(step.body, `${at}.body`);
        if (own && this.#known(step.parent, `${at}.parent`)) this.#set({ ...own, parent: step.parent }, at);
        return;
      }
      case "merge": {
        const into = this.#known(step.into, `${at}.into`);
        for (const [i, body] of step.bodies.entries())
          if (into && body !== step.into) this.#end(body, step.into, step.posts, `${at}.bodies.${i}`);
        if (step.bodies.every((body) => body === step.into))
          this.#stop("reorganise-merge-alone", {}, `${at}.bodies`);
        return;
      }
      case "split": {
        if (!step.into.includes(step.main)) {
          this.#stop("reorganise-main", {}, `${at}.main`);
          return;
        }
        for (const [i, to] of step.into.entries()) if (!this.#known(to, `${at}.into.${i}`)) return;
        const stays = step.into.includes(step.body);
        const others = step.into.filter((to) => to !== step.body && to !== step.main);
        if (!stays) this.#end(step.body, step.main, step.posts, `${at}.body`);
        else this.#known(step.body, `${at}.body`);
        for (const to of others) this.#continue(step.body, to, false);
        if (stays && step.main !== step.body) this.#stop("reorganise-main-stays", {}, `${at}.main`);
        return;
      }
      case "end":
        if (step.to === null || this.#known(step.to, `${at}.to`))
          this.#end(step.body, step.to, step.posts, `${at}.body`);
        return;
    }
  }

  done(): Reorganised {
    this.#followHome();
    this.#check();
    const placed = [...this.#standing.values()].flatMap((own): Placing[] => {
      const before = this.#before.get(own.id);
      return before === undefined || same(before, own)
        ? []
        : [{ body: own.id, validFrom: this.#day, ...without(own) }];
    });
    const begun = [...this.#begun].flatMap((id): Body[] => {
      const own = this.#standing.get(id);
      return own ? [{ ...own, validFrom: this.#day, validTo: null }] : [];
    });
    const dated = {
      bodies: [...this.#dated.bodies.map((body) => endedBy(body, this.#ended, this.#day)), ...begun],
      placings: [...this.#dated.placings, ...placed],
      successions: [...this.#dated.successions, ...this.#successions],
    };
    return {
      begun,
      placed,
      ended: [...this.#ended.values()],
      successions: this.#successions,
      dated,
      after: organisationOn(dated, this.#day),
      remarks: this.#remarks,
    };
  }

  #stop(code: string, params: Remark["params"], at: string): void {
    this.#remarks.push(remark("stops", code, CITE, params, at));
  }

  #known(id: string, at: string): Standing | undefined {
    const own = this.#standing.get(id);
    if (!own) this.#stop("reorganise-not-there", { name: this.#nameOf(id), day: this.#day }, at);
    return own;
  }

  #set(own: Standing, at: string): void {
    this.#standing.set(own.id, own);
    this.#touched.set(own.id, at);
  }

  #end(id: string, to: string | null, posts: Ended["posts"], at: string): void {
    const own = this.#known(id, at);
    if (!own) return;
    if (this.#begun.has(id)) {
      this.#stop("reorganise-new-ends", { name: own.name }, at);
      return;
    }
    if (id === to) {
      this.#stop("reorganise-itself", { name: own.name }, at);
      return;
    }
    const next = to === null ? undefined : this.#standing.get(to);
    if (next && familyOf(next.kind) !== familyOf(own.kind))
      this.#stop("reorganise-other-family", { name: own.name, to: next.name }, at);
    this.#standing.delete(id);
    this.#ended.set(id, { body: id, to, posts });
    this.#touched.set(id, at);
    if (to !== null) this.#continue(id, to, true);
  }

  #continue(from: string, to: string, main: boolean): void {
    this.#successions.push({ from, to, validFrom: this.#day, main });
  }

  /** What stood under a body that ends stands under the one that goes on with it; where nobody does, it is homeless. */
  #followHome(): void {
    for (const own of this.#standing.values()) {
      let parent = own.parent;
      const passed = new Set<string>();
      while (parent !== null && this.#ended.has(parent) && !passed.has(parent)) {
        passed.add(parent);
        parent = this.#ended.get(parent)?.to ?? null;
      }
      if (parent === own.parent) continue;
      if (parent === null || !this.#standing.has(parent))
        this.#stop(
          "reorganise-homeless",
          { name: own.name, above: this.#nameOf(own.parent ?? "") },
          this.#touched.get(own.parent ?? "") ?? "steps",
        );
      else if (parent !== own.id)
        this.#set({ ...own, parent }, this.#touched.get(own.parent ?? "") ?? "steps");
    }
  }

  #check(): void {
    for (const [id, at] of this.#touched) {
      const later = laterThan(this.#dated, id, this.#day);
      if (later) this.#stop("reorganise-later", { name: this.#nameOf(id), day: later }, at);
      const own = this.#standing.get(id);
      if (!own) continue;
      const above = own.parent === null ? undefined : this.#standing.get(own.parent);
      if (own.parent !== null && !above) {
        if (!this.#ended.has(own.parent))
          this.#stop("reorganise-not-there", { name: this.#nameOf(own.parent), day: this.#day }, at);
      } else if (!STANDS_UNDER[own.kind].includes(above?.kind ?? null))
        this.#stop("reorganise-place", { name: own.name, above: above?.name ?? "–" }, at);
      if (this.#inCircle(id)) this.#stop("reorganise-circle", { name: own.name }, at);
      if (own.sharePercent !== null && !isCompany(own.kind))
        this.#stop("reorganise-share-of-company", { name: own.name }, at);
      if (own.kind === "part-owned-company" && own.sharePercent === 100)
        this.#stop("reorganise-share-whole", { name: own.name }, at);
      if (own.kind === "company" && own.sharePercent !== null && own.sharePercent < 100)
        this.#stop("reorganise-share-part", { name: own.name }, at);
    }
    for (const kind of SOLE_KINDS) {
      const count = [...this.#standing.values()].filter((own) => own.kind === kind).length;
      if (count !== 1)
        this.#stop(kind === "council" ? "reorganise-council" : "reorganise-executive", { count }, "steps");
    }
    this.#sameNames();
  }

  /** Two with one name are told apart by nobody; it is allowed, as two preschools may be called the same. */
  #sameNames(): void {
    const named = Map.groupBy(this.#standing.values(), ({ name }) => name.toLocaleLowerCase("sv"));
    for (const own of named.values())
      if (own.length > 1 && own.some(({ id }) => this.#touched.has(id)))
        this.#remarks.push(
          remark("deviation", "reorganise-same-name", CITE, { name: own[0]?.name ?? "", count: own.length }),
        );
  }

  #inCircle(id: string): boolean {
    let next = this.#standing.get(id)?.parent ?? null;
    for (let steps = 0; next !== null && steps <= this.#standing.size; steps++) {
      if (next === id) return true;
      next = this.#standing.get(next)?.parent ?? null;
    }
    return false;
  }

  #nameOf(id: string): string {
    return (
      this.#standing.get(id)?.name ??
      this.#before.get(id)?.name ??
      this.#dated.bodies.find((body) => body.id === id)?.name ??
      id
    );
  }
}

const standingOf = (body: Body): Standing => ({
  id: body.id,
  kind: body.kind,
  name: body.name,
  nameEn: body.nameEn ?? null,
  parent: body.parent,
  sharePercent: body.sharePercent ?? null,
  partners: body.partners ?? [],
});

const without = ({ name, nameEn, parent, sharePercent, partners }: Standing) => ({
  name,
  nameEn,
  parent,
  sharePercent,
  partners,
});

const same = (a: Standing, b: Standing): boolean => JSON.stringify(without(a)) === JSON.stringify(without(b));

const endedBy = (body: Body, ended: ReadonlyMap<string, Ended>, day: Day): Body =>
  ended.has(body.id) ? { ...body, validTo: addDays(day, -1) } : body;

const isCompany = (kind: BodyKind): boolean => kind === "company" || kind === "part-owned-company";

/** What one body was can be gone on with by another of the same family: an organ by an organ, an administration's by an administration's. */
const familyOf = (kind: BodyKind) => (isCompany(kind) ? "company" : carriesOut({ kind }) ? "work" : "organ");

/** Where bodies of each kind may stand (§3); null: at the top. */
const STANDS_UNDER: Readonly<Record<BodyKind, readonly (BodyKind | null)[]>> = {
  council: [null],
  preparation: ["council"],
  executive: ["council"],
  committee: ["council"],
  "joint-committee": ["council"],
  electoral: ["council"],
  audit: ["council"],
  administration: ["council", "executive", "committee", "joint-committee", "electoral", "audit"],
  "management-group": ["executive", "administration"],
  department: ["administration", "department", "company"],
  unit: ["administration", "department", "unit", "company"],
  company: ["council", "executive", "company"],
  "part-owned-company": ["council", "executive", "company"],
};

/** A day on or after one, on which something else is already registered of a body: changes are registered in the order of their days. */
function laterThan(
  { bodies, placings, successions }: DatedOrganisation,
  id: string,
  day: Day,
): Day | undefined {
  const end = bodies.find((body) => body.id === id)?.validTo;
  return [
    ...placings.filter(({ body, parent }) => body === id || parent === id).map(({ validFrom }) => validFrom),
    ...successions.filter(({ from, to }) => from === id || to === id).map(({ validFrom }) => validFrom),
    ...(end == null ? [] : [addDays(end, 1)]),
  ].find((other) => other >= day);
}
