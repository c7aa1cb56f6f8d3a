import type { z } from "zod";
import type { Day } from "../kernel/day.ts";
import type { AsOf } from "../kernel/moment.ts";
import type { PaperChapter } from "../kernel/paper.ts";
import type { Remark } from "../kernel/remark.ts";
import type { Tx } from "../platform/database/door.ts";
import type { Context } from "../platform/http/handle.ts";
import type { MatterRoutes } from "./contract.ts";
import type { Thing } from "./rules/carried-on.ts";
import type { Ground, GroundPart } from "./rules/ground.ts";
import type { KindOfMatter } from "./rules/kind.ts";
import type { OrgansProposal } from "./rules/preparation.ts";
import type { Matter, Version } from "./store/versions.ts";

/** What a chapter is given when one of its matters is drafted or decided. */
export interface MatterWork<C> {
  readonly tx: Tx;
  readonly ctx: Context;
  readonly matter: Matter;
  readonly content: C;
  /** All kinds that the house has. */
  readonly kinds: Kinds;
}

/** What the house asks of a version without knowing its content; kept in columns of the version when it is saved. */
export interface VersionFacts {
  /** Which part of the year it is about: one of the kind's occasions. */
  readonly occasion?: string | undefined;
  /** The last day that the content itself names, such as a vision's. */
  readonly validTo?: Day | null | undefined;
}

/** A decision that is on its way to be registered. */
export interface Deciding {
  readonly decidedOn: Day;
  /** The organ whose own proposal it is; undefined where no organ has decided on one. */
  readonly proposal: OrgansProposal | undefined;
}

/** What a paper is made of: a version's content, and all else as it was when that was decided, or as it is today. */
export interface PaperOf<C> {
  readonly tx: Tx;
  readonly matter: Matter;
  readonly content: C;
  readonly asOf: AsOf;
  /** A body's name then, by its id. */
  readonly nameOf: (body: string) => string;
  /** A person's name, by the id. */
  readonly personName: (person: string) => string;
}

/** Something that others have left, taken in by a matter. */
export interface TakenUp {
  /** Its id, after its sort: "lesson:…". */
  readonly thing: string;
  readonly use: string;
}

/** What a sentence is made with beside the content. */
export interface InWordsOf<C> {
  readonly before: C | undefined;
  readonly body: string;
  readonly year: number;
  /** A body's name, by its id. */
  readonly nameOf: (body: string) => string;
}

/**
 * The server's part of a kind of matter: this is how a chapter above takes part in decisions below it. What is left out is not
 * done. `saved`, `proposed` and `adopted` run in the transaction of what they follow: both are stored, or neither.
 */
export interface MatterKind<S extends z.ZodType = z.ZodType> {
  /** Declaration, content and routes, from the chapter's contract. */
  readonly routes: MatterRoutes<S>;
  /** Fills in what can be fetched or computed, so that nobody types it; runs each time a draft is saved. */
  complete?(work: MatterWork<z.output<S>>): Promise<z.input<S>>;
  /** The rows of the content that can go on into the next year's, those within others after them (V-6, A-14). */
  readonly things?: {
    of(content: z.output<S>): readonly Thing[];
    /** Whether an id that another thing had in an earlier year is refused; else the two are apart. */
    readonly refusesReuse?: boolean;
  };
  /** What the rules say of the content as it stands. */
  remarks?(work: MatterWork<z.output<S>>): Promise<readonly Remark[]>;
  /** The places that a draft may leave blank, and that what is registered as decided before may not ("goals.0.name"). Pure. */
  blanks?(content: z.output<S>): readonly string[];
  /** What the rules say of the way to a decision: who has proposed it, and when it is decided. */
  way?(work: MatterWork<z.output<S>>, of: Deciding): Promise<readonly Remark[]>;
  /**
   * What others have left that this content takes in, by its id, and what it does with each: so what became of a lesson is found by
   * whoever keeps it, in whichever kind took it up (N-3). Pure.
   */
  takesUp?(content: z.output<S>): readonly TakenUp[];
  /** The fields at the top of the content that follow from the others: what a meeting changes is told without them. */
  readonly computed?: readonly string[];
  /**
   * What the content rests on: as it took it in, and as it is now. What differs is told beside the content, and asks for a reason
   * where it is decided on without being taken in. Undefined for a content that has taken nothing in.
   */
  ground?(
    work: MatterWork<z.output<S>>,
  ): Promise<{ readonly taken: Ground; readonly now: readonly GroundPart[] } | undefined>;
  /** What other chapters ask for, taken from the content as it is saved. */
  facts?(work: MatterWork<z.output<S>>): VersionFacts | Promise<VersionFacts>;
  /** Keeps in the chapter's own tables what it is asked for later. */
  saved?(work: MatterWork<z.output<S>>, version: Version): Promise<void>;
  /**
   * What a decision on the content says, in one sentence of plain Swedish: proposed to who registers it. `before`: what was decided of
   * the matter until then. Pure. Undefined, or absent, where the house's own words say as much.
   */
  inWords?(content: z.output<S>, of: InWordsOf<z.output<S>>): string | undefined;
  /**
   * The kind's paper, which leaves the house as PDF and Word (T-1): what the content says, in Swedish, as chapters that know no medium.
   * Cover, foot and how it is verified come by themselves. Absent for kinds that have documents of their own, or none.
   */
  paper?(of: PaperOf<z.output<S>>): Promise<readonly PaperChapter[]>;
  /** What follows when a version is proposed. */
  proposed?(work: MatterWork<z.output<S>>, version: Version): Promise<void>;
  /** What follows when a version is adopted by a decision. */
  adopted?(work: MatterWork<z.output<S>>, version: Version, decision: number): Promise<void>;
  /**
   * What a shared scenario makes of the proposal that it is laid against, with its name; completed as what is saved is. Refuses a
   * scenario that is not there, or not of that proposal. Absent for kinds of which nobody makes scenarios.
   */
  counter?(
    work: MatterWork<z.output<S>>,
    of: {
      readonly scenario: string;
      readonly party: string;
      /** The proposal, as it lies before the body. */
      readonly version: number;
      readonly revision: number;
    },
  ): Promise<{ readonly name: string; readonly content: z.output<S> }>;
  /** Those decided matters that rest on what has changed since, and are to be decided anew, by their ids. */
  outdated?(tx: Tx, day: Day): Promise<ReadonlySet<string>>;
}

/** Keeps a kind's types together where it is declared. */
export const matterKind = <S extends z.ZodType>(
  routes: MatterRoutes<S>,
  does: Omit<MatterKind<S>, "routes"> = {},
): MatterKind<S> => ({ routes, ...does });

// biome-ignore lint/suspicious/noExplicitAny: kinds of every content stand in one list; each checks its own by its schema
export type AnyMatterKind = MatterKind<any>;

/** All kinds of matter that the house has, by name. */
export interface Kinds {
  readonly all: readonly AnyMatterKind[];
  /** Undefined for a kind that no chapter declares. */
  find(kind: string): AnyMatterKind | undefined;
  /** The declaration; throws for a kind that no chapter declares: a matter of it could not have been written. */
  declared(kind: string): KindOfMatter;
}

export function kindsOf(all: readonly AnyMatterKind[]): Kinds {
  const byName = new Map(all.map((one) => [one.routes.kind.kind, one]));
  if (byName.size !== all.length) throw new Error("two kinds of matter have one name");
  return {
    all,
    find: (kind) => byName.get(kind),
    declared(kind) {
      const found = byName.get(kind);
      if (!found) throw new Error(`no chapter knows the kind ${kind}`);
      return found.routes.kind;
    },
  };
}
