import { type Day, isDay } from "../../../kernel/day.ts";
import type { SieDraft } from "./draft.ts";
import type { SieField } from "./fields.ts";
import {
  RESPONSIBILITY,
  SIE_LIMITS,
  type SieAccount,
  type SieBalance,
  type SieObject,
  type SiePeriod,
} from "./file.ts";
import { kronorText, oreOf } from "./values.ts";

/** What a fault calls a field: the message `ledger.field.<name>`. */
type FieldName =
  | "account"
  | "amount"
  | "dimension"
  | "first-day"
  | "generated-on"
  | "last-day"
  | "object"
  | "parent-dimension"
  | "row-day"
  | "voucher-day"
  | "year-index";

/** One line of a file, field by field: each question names the fault when the field is not what it must be. */
export class SieRecord {
  readonly draft: SieDraft;
  readonly label: string;
  readonly fields: readonly SieField[];
  readonly line: number;
  /** Whether nothing of the line is used: what is wrong in it is told, and the line passed over. */
  unused: boolean;
  constructor(draft: SieDraft, label: string, fields: readonly SieField[], line: number) {
    this.draft = draft;
    this.label = label;
    this.fields = fields;
    this.line = line;
    this.unused = !USED.has(label);
  }

  /** Balances of other years than the file's own are not used. */
  yearIndex(): number | undefined {
    const index = this.whole(0, "year-index");
    if (index !== undefined && index !== 0) this.unused = true;
    return index;
  }

  /** An account that the line names: one that must be in the chart, or one that nothing hangs on. */
  use(account: string, amountOre: number): void {
    if (this.unused || amountOre === 0) this.draft.mention(account, this.line);
    else this.draft.use(account, this.line);
  }

  fault(code: string, params: Record<string, string | number> = {}): undefined {
    const label = `#${this.label}`;
    if (this.unused) this.draft.forgive(this.line, "sie-passed-over", { label, fault: code, ...params });
    else this.draft.fault(this.line, code, { label, ...params });
    return undefined;
  }

  /** A text, or nothing where the line has none. */
  text(index: number): string {
    const field = this.fields[index];
    return typeof field === "string" ? field : "";
  }

  /** A text that must be there. */
  word(index: number, field: FieldName): string | undefined {
    const text = trimmed(this.text(index));
    return text === "" ? this.fault("sie-missing-field", { field }) : text;
  }

  account(index: number): string | undefined {
    const account = this.word(index, "account");
    if (account === undefined || /^[\p{L}\p{N}._-]{1,30}$/u.test(account)) return account;
    return this.fault("sie-account-number", { value: shown(account) });
  }

  amount(index: number): number | undefined {
    const text = this.word(index, "amount");
    if (text === undefined) return undefined;
    const amount = oreOf(text);
    if (typeof amount !== "number") return this.fault(amount, { value: shown(text) });
    if (!this.unused) this.draft.summed(this.line, amount);
    return amount;
  }

  day(index: number, field: FieldName): Day | undefined {
    const text = this.word(index, field);
    if (text === undefined) return undefined;
    return this.draft.day(text) ?? this.fault("sie-day", { value: shown(text), field });
  }

  whole(index: number, field: FieldName): number | undefined {
    const text = this.word(index, field);
    if (text === undefined) return undefined;
    return /^-?\d{1,9}$/.test(text) ? Number(text) : this.fault("sie-number", { value: shown(text), field });
  }

  /** {1 "100" 6 "P1"}: pairs of dimension and code. */
  objects(index: number): SieObject[] | undefined {
    const list = this.fields[index];
    if (list === undefined || typeof list === "string") return this.fault("sie-no-object-list");
    if (list.length === 0) return NO_OBJECTS;
    if (list.length % 2 !== 0) return this.fault("sie-object-list", { value: shown(list.join(" ")) });
    const objects: SieObject[] = [];
    for (let i = 0; i < list.length; i += 2) {
      const dimension = trimmed(list[i] as string);
      if (!/^\d{1,9}$/.test(dimension))
        return this.fault("sie-object-list", { value: shown(list.join(" ")) });
      const code = this.code(Number(dimension), list[i + 1] as string);
      if (code === undefined) return undefined;
      if (code !== "") objects.push({ dimension: Number(dimension), code });
    }
    return objects;
  }

  /** A code as it is compared: without the spaces that it is filled up with; empty where there is none. */
  private code(dimension: number, written: string): string | undefined {
    const code = trimmed(written);
    if (code === "") {
      this.draft.forgive(this.line, "sie-empty-code", { dimension });
      return "";
    }
    if (code !== written)
      this.draft.forgive(this.line, "sie-padded-code", { value: shown(written), code: shown(code) });
    if (code.length <= SIE_LIMITS.codeLength) return code;
    if (dimension === RESPONSIBILITY) return this.fault("sie-code-long", { max: SIE_LIMITS.codeLength });
    this.draft.forgive(this.line, "sie-code-cut", { label: `#${this.label}`, max: SIE_LIMITS.codeLength });
    return code.slice(0, SIE_LIMITS.codeLength);
  }
}

/** Without spaces around it, nor what takes no place at all (U+200B and the like). */
const trimmed = (text: string): string => {
  const bare = text.trim();
  return bare.search(/[\u200b-\u200d\u2060\ufeff]/) < 0
    ? bare
    : bare.replace(/[\u200b-\u200d\u2060\ufeff]/g, "").trim();
};

const NO_OBJECTS: SieObject[] = [];

/** What was written, short enough to be shown in a fault. */
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Labels that the standard has and that say nothing of the accounts themselves. */
export const PASSED_OVER = new Set("FORMAT FNR FTYP BKOD ADRESS PROSA OMFATTN VALUTA".split(" "));

/** Labels that a figure hangs on: a fault in one of them refuses the file; in another, its line is passed over and told. */
export const USED: ReadonlySet<string> = new Set("SIETYP RAR IB UB RES VER TRANS".split(" "));

/** How many of a used line's fields must be whole; what comes after is text. */
export const NEEDED: Readonly<Record<string, number>> = {
  SIETYP: 1,
  RAR: 3,
  IB: 3,
  UB: 3,
  RES: 3,
  VER: 3,
  TRANS: 4,
};

/** What each label beside the vouchers' says (SIE 4B, chapter 11). */
export const RECORDS: Readonly<Record<string, (record: SieRecord, draft: SieDraft) => void>> = {
  FLAGGA: (r, d) => {
    d.readBefore = r.text(0) === "1";
  },
  PROGRAM: (r, d) => {
    d.program = `${r.text(0)} ${r.text(1)}`.trim().slice(0, 200);
  },
  GEN: (r, d) => {
    const text = r.text(0).trim();
    if (text === "") return;
    const day = isDay(text) ? text : r.day(0, "generated-on");
    // Of files put together, the last one made tells how far the accounts can reach
    if (day !== undefined && (d.generatedOn === null || day > d.generatedOn)) d.generatedOn = day;
  },
  SIETYP: (r, d) => {
    if (d.type !== null) d.again(r.line, "#SIETYP");
    // Programs write 4E and 4I too, though the standard tells them apart by what the file holds
    const type = r
      .text(0)
      .trim()
      .replace(/^4[EI]$/i, "4");
    if (type === "1" || type === "2" || type === "3" || type === "4") d.type = type;
    else r.fault("sie-type", { value: shown(type) });
  },
  FNAMN: (r, d) => {
    const company = r.text(0).slice(0, 200);
    if (d.company !== "" && company !== d.company)
      d.forgive(r.line, "sie-two-companies", { company: d.company, other: company });
    else d.company = company;
  },
  ORGNR: (r, d) => {
    const number = r.text(0).slice(0, 40);
    const other = d.organisationNumber;
    if (other !== "" && figures(number) !== figures(other))
      d.fault(r.line, "sie-two-organisations", { number: other, other: number });
    else d.organisationNumber = number;
  },
  TAXAR: (r, d) => {
    d.taxYear = /^\d{4}$/.test(r.text(0)) ? Number(r.text(0)) : null;
  },
  KPTYP: (r, d) => {
    d.chart = r.text(0).slice(0, 40);
  },
  RAR: (r, d) => {
    if (r.text(1) === "" && r.text(2) === "") return; // a transfer from a subsystem has no year of its own
    const index = r.yearIndex();
    const firstDay = r.day(1, "first-day");
    const lastDay = r.day(2, "last-day");
    if (index === undefined || firstDay === undefined || lastDay === undefined) return;
    const known = d.years.get(index);
    if (firstDay > lastDay) r.fault("sie-year-order", { firstDay, lastDay });
    else if (known && (known.firstDay !== firstDay || known.lastDay !== lastDay))
      r.fault("sie-year-twice", {
        index,
        firstDay,
        lastDay,
        before: known.firstDay,
        beforeLast: known.lastDay,
      });
    else d.years.set(index, { firstDay, lastDay });
  },
  KONTO: (r, d) => {
    const number = r.account(0);
    if (number === undefined) return;
    const account = d.account(number);
    const name = r.text(1).slice(0, 200);
    if (account.declared && account.name !== name)
      d.forgive(r.line, "sie-account-twice", { account: number, name: account.name, other: name });
    account.declared = true;
    account.name = name;
  },
  KTYP: (r, d) => {
    const number = r.account(0);
    const kind = r.text(1).toUpperCase();
    if (number !== undefined) d.account(number).kind = isKind(kind) ? kind : null;
  },
  ENHET: (r, d) => {
    const number = r.account(0);
    if (number !== undefined) d.account(number).unit = r.text(1).slice(0, 40);
  },
  SRU: (r, d) => {
    const number = r.account(0);
    if (number !== undefined) d.account(number).sru.push(r.text(1).slice(0, 40));
  },
  DIM: (r, d) => {
    const dimension = r.whole(0, "dimension");
    if (dimension !== undefined) d.dimensions.set(dimension, { name: r.text(1).slice(0, 200), parent: null });
  },
  UNDERDIM: (r, d) => {
    const dimension = r.whole(0, "dimension");
    const parent = r.whole(2, "parent-dimension");
    if (dimension !== undefined && parent !== undefined)
      d.dimensions.set(dimension, { name: r.text(1).slice(0, 200), parent });
  },
  OBJEKT: (r, d) => {
    const dimension = r.whole(0, "dimension");
    const code = r.word(1, "object");
    if (dimension !== undefined && code !== undefined)
      d.objects.push({ dimension, code, name: r.text(2).slice(0, 200) });
  },
  IB: (r) => balance(r, "IB"),
  UB: (r) => balance(r, "UB"),
  RES: (r) => balance(r, "RES"),
  OIB: (r) => balance(r, "OIB"),
  OUB: (r) => balance(r, "OUB"),
  PSALDO: (r) => period(r, "PSALDO"),
  PBUDGET: (r) => period(r, "PBUDGET"),
};

const figures = (text: string): string => text.replaceAll(/\D/g, "");

const isKind = (text: string): text is NonNullable<SieAccount["kind"]> => /^[TSKI]$/.test(text);

function balance(r: SieRecord, label: SieBalance["label"]): void {
  const withObjects = label === "OIB" || label === "OUB";
  const yearIndex = r.yearIndex();
  const account = r.account(1);
  const objects = withObjects ? r.objects(2) : NO_OBJECTS;
  const amountOre = objects && r.amount(withObjects ? 3 : 2);
  if (yearIndex === undefined || account === undefined || objects === undefined || amountOre === undefined)
    return;
  r.use(account, amountOre);
  const { balances, balanceAt } = r.draft;
  const codes = objects.map(({ dimension, code }) => `${dimension}:${code}`).join(" ");
  const key = `${label} ${yearIndex} ${account} ${codes}`;
  const at = balanceAt.get(key);
  const before = at === undefined ? undefined : balances[at];
  if (at === undefined || !before) {
    balanceAt.set(key, balances.length);
    balances.push({ line: r.line, label, yearIndex, account, objects, amountOre });
    return;
  }
  // Never silently the last: the same amount again is the same balance, another amount is another part of it
  const same = before.amountOre === amountOre;
  const sumOre = same ? amountOre : before.amountOre + amountOre;
  balances[at] = { ...before, amountOre: sumOre };
  r.draft.forgive(r.line, same ? "sie-balance-again" : "sie-balance-added", {
    label: `#${label}`,
    account,
    firstLine: before.line,
    kr: kronorText(amountOre),
    sumKr: kronorText(sumOre),
  });
}

function period(r: SieRecord, label: SiePeriod["label"]): void {
  const yearIndex = r.whole(0, "year-index");
  const month = /^(\d{4})(0[1-9]|1[0-2])$/.exec(r.text(1));
  const account = r.account(2);
  // Programs without dimensions leave the list out here; the amount then stands in its place
  const hasList = typeof r.fields[3] !== "string";
  const objects = hasList ? r.objects(3) : NO_OBJECTS;
  const amountOre = objects && r.amount(hasList ? 4 : 3);
  if (!month) r.fault("sie-period", { value: shown(r.text(1)) });
  if (!month || yearIndex === undefined || account === undefined) return;
  if (objects === undefined || amountOre === undefined) return;
  r.use(account, amountOre);
  r.draft.periods.push({
    label,
    yearIndex,
    year: Number(month[1]),
    month: Number(month[2]),
    account,
    objects,
    amountOre,
  });
}
