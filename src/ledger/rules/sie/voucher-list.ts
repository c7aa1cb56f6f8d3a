import type { Day } from "../../../kernel/day.ts";
import type { SieObject, SieRow, SieVoucher } from "./file.ts";

/**
 * The vouchers of a file in the order that they came, each with its rows. Kept column by column, since a year may have two
 * million rows: what is asked for is put together then, and thrown away after.
 */
export class VoucherList implements Iterable<SieVoucher> {
  private readonly texts = new Texts();
  private readonly objectIds: (readonly SieObject[])[] = [];
  private readonly objectIdOf = new Map<string, number>();
  private readonly voucher = {
    line: new Column(Int32Array),
    series: new Column(Int32Array),
    day: new Column(Int32Array),
    firstRow: new Column(Int32Array),
    added: new Column(Int32Array),
    struck: new Column(Int32Array),
    broken: new Column(Int32Array),
  };
  private readonly voucherText: string[] = [];
  private readonly voucherNumber: string[] = [];
  private readonly row = {
    line: new Column(Int32Array),
    account: new Column(Int32Array),
    objects: new Column(Int32Array),
    day: new Column(Int32Array),
    amountOre: new Column(Float64Array),
  };
  private readonly rowText: string[] = [];
  private readonly known = new Map<string, string>();

  get length(): number {
    return this.voucherText.length;
  }

  /** Rows of all vouchers. */
  get rows(): number {
    return this.rowText.length;
  }

  push(voucher: SieVoucher & { readonly broken: boolean }): void {
    const { line, series, day, added, struck, broken } = this.voucher;
    line.push(voucher.line);
    series.push(this.texts.id(voucher.series));
    day.push(this.texts.id(voucher.day));
    this.voucher.firstRow.push(this.rowText.length);
    added.push(voucher.added);
    struck.push(voucher.struck);
    broken.push(voucher.broken ? 1 : 0);
    this.voucherNumber.push(voucher.number);
    this.voucherText.push(this.once(voucher.text));
    for (const row of voucher.rows) this.pushRow(row);
  }

  private pushRow(row: SieRow): void {
    this.row.line.push(row.line);
    this.row.account.push(this.texts.id(row.account));
    this.row.objects.push(this.objectsId(row.objects));
    this.row.day.push(this.texts.id(row.day));
    this.row.amountOre.push(row.amountOre);
    this.rowText.push(this.once(row.text));
  }

  /** The same text, held once where it has come before: most rows say what others say. */
  private once(text: string): string {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    if (this.known.size < MAX_KNOWN) this.known.set(text, text);
    return text;
  }

  private objectsId(objects: readonly SieObject[]): number {
    const key = JSON.stringify(objects);
    const known = this.objectIdOf.get(key);
    if (known !== undefined) return known;
    this.objectIdOf.set(key, this.objectIds.length);
    return this.objectIds.push(objects) - 1;
  }

  /** The voucher at a place, first 0; undefined where there is none. */
  at(index: number): (SieVoucher & { readonly broken: boolean }) | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const from = this.voucher.firstRow.at(index);
    const to = index + 1 < this.length ? this.voucher.firstRow.at(index + 1) : this.rows;
    return {
      line: this.voucher.line.at(index),
      series: this.texts.at(this.voucher.series.at(index)),
      number: this.voucherNumber[index] as string,
      day: this.texts.at(this.voucher.day.at(index)) as Day,
      text: this.voucherText[index] as string,
      rows: Array.from({ length: to - from }, (_, i) => this.rowAt(from + i)),
      added: this.voucher.added.at(index),
      struck: this.voucher.struck.at(index),
      broken: this.voucher.broken.at(index) === 1,
    };
  }

  private rowAt(index: number): SieRow {
    return {
      line: this.row.line.at(index),
      account: this.texts.at(this.row.account.at(index)),
      objects: this.objectIds[this.row.objects.at(index)] as readonly SieObject[],
      amountOre: this.row.amountOre.at(index),
      day: this.texts.at(this.row.day.at(index)) as Day,
      text: this.rowText[index] as string,
    };
  }

  *[Symbol.iterator](): Generator<SieVoucher & { readonly broken: boolean }> {
    for (let i = 0; i < this.length; i++) yield this.at(i) as SieVoucher & { readonly broken: boolean };
  }
}

/** Texts that many rows share, each once. */
class Texts {
  private readonly all: string[] = [];
  private readonly ids = new Map<string, number>();
  id(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    this.ids.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
  at(id: number): string {
    return this.all[id] as string;
  }
}

/** Numbers in blocks: it grows without being copied. */
class Column {
  private readonly blocks: (Int32Array | Float64Array)[] = [];
  private readonly make: typeof Int32Array | typeof Float64Array;
  private length = 0;
  constructor(make: typeof Int32Array | typeof Float64Array) {
    this.make = make;
  }
  push(value: number): void {
    const at = this.length % BLOCK;
    if (at === 0) this.blocks.push(new this.make(BLOCK));
    (this.blocks.at(-1) as Int32Array)[at] = value;
    this.length++;
  }
  at(index: number): number {
    return (this.blocks[Math.floor(index / BLOCK)] as Int32Array)[index % BLOCK] as number;
  }
}
const BLOCK = 65_536;
const MAX_KNOWN = 50_000;
