import { addDays, type Day } from "../../../kernel/day.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { idUnlike, plainName } from "../../../kernel/plain-id.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { asCompared } from "../../../kernel/written.ts";
import type { Body, BodyKind } from "../../rules/organisation.ts";
import type { TableColumn, TableRow } from "../../setup/rules/table.ts";
import { Partners, SharePercent } from "./owned.ts";
import { REORGANISATION_LIMITS, type Step } from "./steps.ts";

const CITE = "§3";
export const MAX_BODY_ROWS = 5000;
/** As much as one table may change at once: a whole group of companies and units that is laid up. */
export const MAX_TABLE_STEPS = 2500;

/** The columns of a table of bodies, by what their headings may be; the first is what we write ourselves. */
export const BODY_COLUMNS: readonly TableColumn[] = [
  { id: "id", headings: ["id", "beteckning"] },
  { id: "name", headings: ["namn", "organ", "enhet", "name"], needed: true },
  { id: "nameEn", headings: ["namn på engelska", "engelskt namn", "english name"] },
  { id: "kind", headings: ["slag", "typ", "sort", "kind"], needed: true },
  { id: "parent", headings: ["hör till", "överordnad", "lyder under", "parent"], needed: true },
  { id: "from", headings: ["första dagen", "från", "från och med", "first day"] },
  { id: "to", headings: ["sista dagen", "till", "till och med", "last day"] },
  { id: "share", headings: ["ägarandel, procent", "ägarandel", "share"] },
  { id: "partners", headings: ["delas med", "parter", "partners"] },
  { id: "codes", headings: ["koder i redovisningen", "koder", "codes"] },
];

export const TABLE_SORTS = ["new", "renamed", "moved", "shared", "ended"] as const;
export type TableSort = (typeof TABLE_SORTS)[number];

/** One difference between a table and what holds on its day, in words of the organisation. */
export interface Difference {
  readonly sort: TableSort;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What a table comes to: the steps of one reorganisation, each with the row that asks for it. */
export interface BodiesPlan {
  readonly steps: readonly Step[];
  /** Where in the table what is wrong with a step, or a field of it ("steps.3.parent"), stands. */
  at(place: string | undefined): string;
  readonly differences: readonly Difference[];
  /** Rows that say what holds already. */
  readonly unchanged: number;
  /** Bodies that no row names. */
  readonly missing: number;
  /** What can't be read, by its cell. */
  readonly faults: readonly Remark[];
  /** Cells that say something that a table doesn't change: told, and left as it is. */
  readonly left: readonly Remark[];
}

export interface BodiesGround {
  /** Those that there are on the day, as they are then. */
  readonly there: readonly Body[];
  /** All ids that any body has or has had. */
  readonly taken: ReadonlySet<string>;
  /** The codes of each body on the day, as a file has them. */
  readonly codes: ReadonlyMap<string, string>;
  readonly day: Day;
  /** Whether bodies that no row names end. */
  readonly endMissing: boolean;
  kindOf(word: string): BodyKind | undefined;
}

export const partnersText = (partners: readonly string[] | undefined): string => (partners ?? []).join(", ");
export const shareText = (share: number | null | undefined): string =>
  share == null ? "" : String(share).replace(".", ",");

/** How the body above one is told in a table: by its name, or where several are called that, by its id. */
export function parentTexts(there: readonly Body[]): (body: Pick<Body, "parent">) => string {
  const byId = new Map(there.map((body) => [body.id, body]));
  const named = Map.groupBy(there, ({ name }) => asCompared(name));
  return ({ parent }) => {
    const above = parent === null ? undefined : byId.get(parent);
    if (!above) return "";
    return (named.get(asCompared(above.name)) ?? []).length > 1 ? above.id : above.name;
  };
}

/** What a table of bodies comes to, held against those that there are on its day (model R-1). */
export function bodiesPlan(rows: readonly TableRow[], ground: BodiesGround): BodiesPlan {
  const plan = new Planning(rows, ground);
  return plan.made();
}

/** A row, with the body that it is about. */
interface Meant {
  readonly row: TableRow;
  /** The body that is there; undefined of a new one. */
  readonly own: Body | undefined;
  readonly id: string;
  readonly name: string;
  readonly kind: BodyKind;
}

class Planning {
  readonly #ground: BodiesGround;
  readonly #byId: ReadonlyMap<string, Body>;
  readonly #faults: Remark[] = [];
  readonly #left: Remark[] = [];
  readonly #differences: Difference[] = [];
  /** New ones first: what moves may move to them. What ends, last. */
  readonly #steps: Record<"new" | "change" | "move" | "end", { step: Step; row: TableRow | undefined }[]> = {
    new: [],
    change: [],
    move: [],
    end: [],
  };
  readonly #meant: readonly Meant[];
  readonly #named: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #parentText: (body: Pick<Body, "parent">) => string;
  #unchanged = 0;
  #missing = 0;
  #mentioned: ReadonlySet<string> = new Set();

  constructor(rows: readonly TableRow[], ground: BodiesGround) {
    this.#ground = ground;
    this.#byId = new Map(ground.there.map((body) => [body.id, body]));
    this.#parentText = parentTexts(ground.there);
    this.#meant = this.#whichBodies(rows);
    this.#named = this.#names();
    for (const meant of this.#meant) this.#take(meant);
    this.#endMissing();
  }

  made(): BodiesPlan {
    const all = [...this.#steps.new, ...this.#steps.change, ...this.#steps.move, ...this.#steps.end];
    if (all.length > MAX_TABLE_STEPS)
      this.#faults.push(
        remark("stops", "table-too-many-changes", CITE, { count: all.length, max: MAX_TABLE_STEPS }),
      );
    return {
      steps: all.map(({ step }) => step),
      at: (place = "") => {
        const [, index = "", field = ""] = place.split(".");
        const row = all[Number(index)]?.row;
        return place.startsWith("steps.") && row ? row.at(ownValue(CELL_OF, field) ?? "name") : "";
      },
      differences: this.#differences,
      unchanged: this.#unchanged,
      missing: this.#missing,
      faults: this.#faults,
      left: this.#left,
    };
  }

  /** The body of each row: by its id, or where it has none by a name that one body alone has. */
  #whichBodies(rows: readonly TableRow[]): Meant[] {
    const named = Map.groupBy(this.#ground.there, ({ name }) => asCompared(name));
    const claimed = new Set(rows.map((row) => cellOf(row, "id")).filter((id) => id !== ""));
    const ids = new Set(this.#ground.taken);
    const found: Meant[] = [];
    const seen = new Set<string>();
    for (const row of rows) {
      const id = cellOf(row, "id");
      const name = cellOf(row, "name");
      const kind = this.#ground.kindOf(cellOf(row, "kind"));
      if (name === "" || name.length > REORGANISATION_LIMITS.name)
        this.#fault(row, "body-row-name", "name", { max: REORGANISATION_LIMITS.name });
      if (cellOf(row, "nameEn").length > REORGANISATION_LIMITS.name)
        this.#fault(row, "body-row-name", "nameEn", { max: REORGANISATION_LIMITS.name });
      if (!kind) this.#fault(row, "body-row-kind", "kind", { word: cellOf(row, "kind") });
      if (id !== "" && !this.#byId.has(id)) {
        this.#fault(row, "body-row-unknown-id", "id", { id, day: this.#ground.day });
        continue;
      }
      const namesakes = (named.get(asCompared(name)) ?? []).filter((body) => !claimed.has(body.id));
      if (id === "" && namesakes.length > 1) {
        this.#fault(row, "body-row-namesakes", "id", { name });
        continue;
      }
      const own = id === "" ? namesakes[0] : this.#byId.get(id);
      if (own && seen.has(own.id)) {
        this.#fault(row, "body-row-twice", id === "" ? "name" : "id", { name: own.name });
        continue;
      }
      if (name === "" || !kind) {
        // It is known which one it is about, and so that it isn't missing
        if (own) seen.add(own.id);
        continue;
      }
      if (own && own.kind !== kind) {
        this.#fault(row, "body-row-other-kind", "kind", { name: own.name });
        seen.add(own.id);
        continue;
      }
      const key = own?.id ?? idUnlike(ids, plainName(name) || "enhet");
      ids.add(key);
      seen.add(key);
      found.push({ row, own, id: key, name, kind });
    }
    this.#mentioned = seen;
    return found;
  }

  /** Which bodies a name may mean: by what the rows call them, and what those are called that no row names. */
  #names(): Map<string, Set<string>> {
    const names = new Map<string, Set<string>>();
    const add = (name: string, id: string) =>
      names.set(asCompared(name), (names.get(asCompared(name)) ?? new Set()).add(id));
    for (const { name, id } of this.#meant) add(name, id);
    const now = new Set(names.keys());
    // A body that is renamed in the same table may still be called by its old name, where nothing else is
    for (const { name, id } of this.#ground.there) if (!now.has(asCompared(name))) add(name, id);
    return names;
  }

  #take(meant: Meant): void {
    const { row, own, id, name, kind } = meant;
    const before = this.#faults.length;
    const parent = this.#parentOf(meant);
    const ends = this.#endsIn(meant);
    const owned = this.#ownedIn(meant);
    this.#codesIn(meant);
    if (this.#faults.length > before || parent === undefined || owned === undefined) return;
    const nameEn = has(row, "nameEn") ? cellOf(row, "nameEn") || null : (own?.nameEn ?? null);
    if (!own) {
      this.#add("new", { do: "new", body: id, kind, name, nameEn, parent, ...owned }, row);
      this.#tell("new", name, "", cellOf(row, "parent"));
      return;
    }
    if (ends) {
      this.#add("end", { do: "end", body: id, to: null, posts: "end" }, row);
      this.#tell("ended", own.name, "", "");
      return;
    }
    const renamed = name !== own.name || nameEn !== (own.nameEn ?? null);
    const shared =
      owned.sharePercent !== (own.sharePercent ?? null) ||
      partnersText(owned.partners) !== partnersText(own.partners);
    if (renamed || shared) this.#add("change", { do: "change", body: id, name, nameEn, ...owned }, row);
    if (renamed) this.#tell("renamed", own.name, called(own.name, own.nameEn), called(name, nameEn));
    if (shared) this.#tell("shared", name, ownedText(own), ownedText(owned));
    const moves = parent !== this.#standsUnder(own) && parent !== null;
    if (moves) {
      this.#add("move", { do: "move", body: id, parent }, row);
      this.#tell("moved", name, this.#parentText(own), cellOf(row, "parent"));
    }
    if (!renamed && !shared && !moves) this.#unchanged += 1;
  }

  #endMissing(): void {
    for (const { id, name } of this.#ground.there) {
      if (this.#mentioned.has(id)) continue;
      this.#missing += 1;
      if (!this.#ground.endMissing) continue;
      this.#add("end", { do: "end", body: id, to: null, posts: "end" }, undefined);
      this.#tell("ended", name, "", "");
    }
  }

  /** What a body stands under on the day; null too where that has ended. */
  #standsUnder(own: Body): string | null {
    return own.parent !== null && this.#byId.has(own.parent) ? own.parent : null;
  }

  /** The id of the body that a row says is above; null at the top, undefined where it can't be told. */
  #parentOf({ row, own, kind }: Meant): string | null | undefined {
    const text = cellOf(row, "parent");
    if (text === "") {
      if (kind === "council" || (own && this.#standsUnder(own) === null)) return null;
      return this.#fault(row, "body-row-no-parent", "parent", { name: cellOf(row, "name") });
    }
    if (this.#byId.has(text)) return text;
    const found = [...(this.#named.get(asCompared(text)) ?? [])];
    const [one] = found;
    if (!one) return this.#fault(row, "body-row-parent", "parent", { word: text });
    // Several are called so: the one that it stands under already is meant
    const present = own && this.#standsUnder(own);
    if (found.length > 1 && !(present && found.includes(present)))
      return this.#fault(row, "body-row-parent-namesakes", "parent", { word: text });
    return found.length > 1 ? present : one;
  }

  /** Whether a row says that its body ends the day before. Its first day is what it is, and other last days are another day's change. */
  #endsIn({ row, own }: Meant): boolean {
    const { day } = this.#ground;
    const from = cellOf(row, "from");
    if (from !== "" && from !== (own?.validFrom ?? day))
      this.#fault(row, own ? "body-row-first-day" : "body-row-first-day-new", "from", {
        day: own?.validFrom ?? day,
      });
    const to = cellOf(row, "to");
    if (!has(row, "to") || to === (own?.validTo ?? "")) return false;
    if (own && to === addDays(day, -1)) return true;
    this.#fault(row, "body-row-last-day", "to", { day: addDays(day, -1), stands: own?.validTo ?? "–" });
    return false;
  }

  #ownedIn({
    row,
    own,
  }: Meant): Pick<Extract<Step, { do: "change" }>, "sharePercent" | "partners"> | undefined {
    const stored = partnersText(own?.partners);
    const text = cellOf(row, "partners");
    const partners =
      !has(row, "partners") || text === stored
        ? [...(own?.partners ?? [])]
        : text
            .split(/[,;]/)
            .map((one) => one.trim())
            .filter((one) => one !== "");
    const share = cellOf(row, "share").replace("%", "").replace(",", ".").trim();
    const sharePercent = !has(row, "share")
      ? (own?.sharePercent ?? null)
      : share === ""
        ? null
        : Number(share);
    if (sharePercent !== null && !SharePercent.safeParse(sharePercent).success)
      return this.#fault(row, "body-row-share", "share", { word: cellOf(row, "share") });
    if (!Partners.safeParse(partners).success) return this.#fault(row, "body-row-partners", "partners", {});
    return { sharePercent, partners };
  }

  #codesIn({ row, own, name }: Meant): void {
    const stands = own ? (this.#ground.codes.get(own.id) ?? "") : "";
    if (has(row, "codes") && codesIn(cellOf(row, "codes")) !== codesIn(stands))
      this.#left.push(remark("deviation", "body-row-codes", CITE, { name }, row.at("codes")));
  }

  #fault(row: TableRow, code: string, column: string, params: Remark["params"]): undefined {
    this.#faults.push(remark("stops", code, CITE, params, row.at(column)));
    return undefined;
  }
  #add(sort: "new" | "change" | "move" | "end", step: Step, row: TableRow | undefined): void {
    this.#steps[sort].push({ step, row });
  }
  #tell(sort: TableSort, name: string, before: string, after: string): void {
    this.#differences.push({ sort, name, before, after });
  }
}

/** In which column what a step says stands. */
const CELL_OF: Readonly<Record<string, string>> = {
  name: "name",
  parent: "parent",
  kind: "kind",
  body: "name",
  sharePercent: "share",
  partners: "partners",
};

/** A cell as it was before our own files put an apostrophe before what a spreadsheet would take for a formula. */
const cellOf = (row: TableRow, column: string): string =>
  (ownValue(row.cells, column)?.trim() ?? "").replace(/^'(?='*[=+\-@])/, "");
/** Whether a table has a column: what it has not, it says nothing of. */
const has = (row: TableRow, column: string): boolean => ownValue(row.cells, column) !== undefined;

const codesIn = (text: string): string =>
  text
    .split(/[,;\s]+/)
    .filter((code) => code !== "")
    .sort()
    .join(" ");

const called = (name: string, nameEn: string | null | undefined): string =>
  nameEn ? `${name} (${nameEn})` : name;
const ownedText = ({ sharePercent, partners }: Pick<Body, "sharePercent" | "partners">): string =>
  [sharePercent == null ? "" : `${shareText(sharePercent)} %`, partnersText(partners)]
    .filter(Boolean)
    .join(", ");
