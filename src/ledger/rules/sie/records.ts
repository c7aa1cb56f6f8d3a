import type { Day } from "../../../kernel/day.ts";
import type { SieDraft } from "./draft.ts";
import type { SieField } from "./fields.ts";
import { SIE_LIMITS, type SieAccount, type SieBalance, type SieObject, type SiePeriod } from "./file.ts";
import { oreOf } from "./values.ts";

/** What a fault calls a field: the message `ledger.field.<name>`. */
type FieldName =
  | "account"
  | "amount"
  | "dimension"
  | "first-day"
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
  constructor(draft: SieDraft, label: string, fields: readonly SieField[], line: number) {
    this.draft = draft;
    this.label = label;
    this.fields = fields;
    this.line = line;
  }

  fault(code: string, params: Record<string, string | number> = {}): undefined {
    this.draft.fault(this.line, code, { label: `#${this.label}`, ...params });
    return undefined;
  }

  /** A text, or nothing where the line has none. */
  text(index: number): string {
    const field = this.fields[index];
    return typeof field === "string" ? field : "";
  }

  /** A text that must be there. */
  word(index: number, field: FieldName): string | undefined {
    const text = this.text(index).trim();
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
    this.draft.summed(this.line, amount);
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
      const dimension = list[i] as string;
      if (!/^\d{1,9}$/.test(dimension))
        return this.fault("sie-object-list", { value: shown(list.join(" ")) });
      const code = list[i + 1] as string;
      if (code.length > SIE_LIMITS.codeLength)
        return this.fault("sie-code-long", { max: SIE_LIMITS.codeLength });
      objects.push({ dimension: Number(dimension), code });
    }
    return objects;
  }
}

const NO_OBJECTS: SieObject[] = [];

/** What was written, short enough to be shown in a fault. */
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Labels that the standard has and that say nothing of the accounts themselves. */
export const PASSED_OVER = new Set("FORMAT FNR FTYP BKOD ADRESS PROSA OMFATTN VALUTA KSUMMA".split(" "));

/** What each label beside the vouchers' says (SIE 4B, chapter 11). */
export const RECORDS: Readonly<Record<string, (record: SieRecord, draft: SieDraft) => void>> = {
  FLAGGA: (r, d) => {
    d.readBefore = r.text(0) === "1";
  },
  PROGRAM: (r, d) => {
    d.program = `${r.text(0)} ${r.text(1)}`.trim().slice(0, 200);
  },
  GEN: (r, d) => {
    d.generatedOn = d.day(r.text(0)) ?? null;
  },
  SIETYP: (r, d) => {
    const type = r.text(0);
    if (type === "1" || type === "2" || type === "3" || type === "4") d.type = type;
    else r.fault("sie-type", { value: shown(type) });
  },
  FNAMN: (r, d) => {
    d.company = r.text(0).slice(0, 200);
  },
  ORGNR: (r, d) => {
    d.organisationNumber = r.text(0).slice(0, 40);
  },
  TAXAR: (r, d) => {
    d.taxYear = /^\d{4}$/.test(r.text(0)) ? Number(r.text(0)) : null;
  },
  KPTYP: (r, d) => {
    d.chart = r.text(0).slice(0, 40);
  },
  RAR: (r, d) => {
    if (r.text(1) === "" && r.text(2) === "") return; // a transfer from a subsystem has no year of its own
    const index = r.whole(0, "year-index");
    const firstDay = r.day(1, "first-day");
    const lastDay = r.day(2, "last-day");
    if (index === undefined || firstDay === undefined || lastDay === undefined) return;
    if (firstDay > lastDay) r.fault("sie-year-order", { firstDay, lastDay });
    else d.years.set(index, { firstDay, lastDay });
  },
  KONTO: (r, d) => {
    const number = r.account(0);
    if (number === undefined) return;
    const account = d.account(number);
    account.declared = true;
    account.name = r.text(1).slice(0, 200);
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

const isKind = (text: string): text is NonNullable<SieAccount["kind"]> => /^[TSKI]$/.test(text);

function balance(r: SieRecord, label: SieBalance["label"]): void {
  const withObjects = label === "OIB" || label === "OUB";
  const yearIndex = r.whole(0, "year-index");
  const account = r.account(1);
  const objects = withObjects ? r.objects(2) : NO_OBJECTS;
  const amountOre = objects && r.amount(withObjects ? 3 : 2);
  if (yearIndex === undefined || account === undefined || objects === undefined || amountOre === undefined)
    return;
  r.draft.use(account, r.line);
  r.draft.balances.push({ label, yearIndex, account, objects, amountOre });
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
  r.draft.use(account, r.line);
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
