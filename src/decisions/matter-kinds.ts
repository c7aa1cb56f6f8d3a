import type { z } from "zod";
import type { Remark } from "../kernel/remark.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Context } from "../platform/http/handle.ts";
import type { MatterSort } from "./rules/matter-kind.ts";
import type { Matter } from "./store.ts";

/** What a chapter is given when one of its matters is drafted or decided. */
export interface MatterWork<C> {
  readonly tx: Tx;
  readonly ctx: Context;
  readonly matter: Matter;
  readonly content: C;
}

/** What a chapter says of a kind of matter: this is how chapters above take part in decisions below them. */
export interface MatterKind<S extends z.ZodType = z.ZodType> {
  readonly sort: MatterSort<S>;
  /** Fills in what can be fetched or computed, so that nobody types it; runs each time a draft is saved. */
  complete?(work: MatterWork<z.output<S>>): Promise<z.input<S>>;
  /** What the rules say of the content as it stands. */
  remarks?(work: MatterWork<z.output<S>>): Promise<readonly Remark[]>;
}

/** Keeps a kind's types together where it is declared. */
export const matterKind = <S extends z.ZodType>(kind: MatterKind<S>): MatterKind<S> => kind;

// biome-ignore lint/suspicious/noExplicitAny: kinds of every content stand in one list; each checks its own by its schema
export type AnyMatterKind = MatterKind<any>;
