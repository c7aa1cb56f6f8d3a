import type { Day } from "../kernel/day.ts";
import type { Language } from "../kernel/format.ts";
import type { Todo } from "../kernel/todo.ts";
import type { Tx } from "./database/door.ts";
import type { Context } from "./http/handle.ts";

/** One line of a person's own list (model A-14): something that waits for that person, and the page where it is done. */
export interface Waiting {
  /** The id of what it is about; with `todo` it tells the line from others. */
  readonly thing: string;
  readonly todo: Todo;
  readonly name: string;
  /** Of `name`: what a municipality has written itself stays as it wrote it. */
  readonly language: Language;
  readonly cite: string;
  /** The body's id. */
  readonly body: string;
  readonly year: number;
  readonly from: Day | null;
  readonly due: Day;
  /** Its last day has passed. */
  readonly late: boolean;
  readonly href: string;
  /** The step of the wheel that it belongs to. */
  readonly step?: string | undefined;
  /** The kind of matter that it is about, where it is about one. */
  readonly kind?: string | undefined;
}

/** Something that has been stored, decided or registered, beside which the house keeps what follows from it. */
export interface Kept {
  /** The id of what was stored: a matter's, a document's. All that is kept beside it is replaced together. */
  readonly source: string;
  readonly kind: string;
  readonly body: string;
  readonly year: number | null;
  /** The day from which it holds. */
  readonly on: Day;
  /** The day from which it changes who holds what, where that is another: what is written over takes nothing from the past. */
  readonly heldFrom?: Day | undefined;
  /** The day on which it was registered, where that is later: on the days before nobody knew of it, and the thread is as it was without it. */
  readonly knownFrom?: Day | undefined;
  readonly content: unknown;
  readonly bodies: readonly { readonly id: string; readonly parent: string | null; readonly name: string }[];
}

/** How many of something, in the reader's words, a body has of a year and later. */
export interface LeftIn {
  readonly body: string;
  readonly name: string;
  readonly count: number;
}

/** Who holds what: nothing is ownerless (model R-2, design). */
export interface Holding {
  /** "body-goals:socialnamnden:2027/mal-1". */
  readonly thing: string;
  /** "goal", "indicator", "document". */
  readonly what: string;
  /** A person's id. */
  readonly person: string;
  readonly body: string;
  readonly name: string;
  /** The page where it is worked with. */
  readonly href?: string | undefined;
}

/** What hangs on what: a part of the red thread (model V-9). */
export interface Tie {
  /** The lower of the two: what is done for, measures, grounds or pays for the other. */
  readonly from: string;
  /** The one nearer to the vision. */
  readonly to: string;
  /** "contributes-to", "serves", "controls". */
  readonly sort: string;
}

/** What ties lead to and from: a goal, a krona, a risk. A matter and a body are there by themselves. */
export interface ThreadThing {
  readonly thing: string;
  /** One of `decisions/thread/rules/sorts.ts`. */
  readonly what: string;
  /** As it is written; empty where it is called by its body. */
  readonly name: string;
  readonly href: string;
  /** Whose it is, where that is not the matter's body. */
  readonly body?: string;
  /** The year that it is of, where that is not the matter's; null: of all. */
  readonly year?: number | null;
  /** The goals of Agenda 2030 that it serves. */
  readonly agenda?: readonly number[];
  readonly amountTkr?: number;
  /** Read by those who have signed in alone. */
  readonly inside?: true;
}

/** Something that can be found by its words. */
export interface SearchRow {
  readonly thing: string;
  readonly title: string;
  readonly text: string;
  readonly href: string;
  /** Whose it is, where that is not the matter's body: a service in the council's budget is a committee's. */
  readonly body?: string;
  /** What it is to who looks ("risk", "service"), where its kind does not say that. */
  readonly sort?: string;
}

/** What a chapter keeps beside all matters, that is found by its words: a document, a law, a lesson. */
export interface KeptBeside {
  /** What it is: "external-law"; its rows are of this kind. */
  readonly kind: string;
  /** Whether whoever has not signed in finds it. */
  readonly audience: "public" | "signed-in";
  /** Each with its own source, as it stands now. */
  all(tx: Tx): Promise<readonly FoundBeside[]>;
}
export interface FoundBeside {
  readonly source: string;
  readonly body: string;
  readonly year: number | null;
  readonly on: Day;
  readonly rows: readonly SearchRow[];
}

/** How far a step of a municipality's moving in has come: the shell gathers them, `organisation/setup` shows them. */
export interface SetupFacts {
  readonly step: string;
  /** How many there are of what the step brings. */
  readonly count: number;
  /** Whether what there is says that the step is taken; else somebody says so. */
  readonly enough: boolean;
}

/**
 * A chapter's one declaration to the house, in its `chapter.ts`; the shell gathers them. What is left out the chapter does not
 * have. Holdings, ties and search rows are written in the transaction of what they tell of.
 */
export interface Chapter {
  /** The folder under src/. */
  readonly chapter: string;
  /** Its tables whose rows decided content rests on: each decision holds their hash as they were ("goals.indicator_value"). */
  readonly restsOn?: readonly string[];
  /**
   * Where rows come in by so many that the log tells of them by one hash: the first row that has such a hash and does not hold
   * it, by its table and its key as a JSON array; undefined where all do.
   */
  importDiffers?(
    tx: Tx,
    municipality: string,
  ): Promise<{ readonly table: string; readonly key: string } | undefined>;
  /** Where one of some texts, a name or an address, stands in what is not decided, and the pages where it can be mended. */
  undecidedWith?(
    tx: Tx,
    texts: readonly string[],
  ): Promise<readonly { readonly name: string; readonly href: string }[]>;
  /** What some bodies have of a year and later, that goes on in others where they end (model R-1). */
  leftIn?(tx: Tx, ctx: Context, bodies: readonly string[], fromYear: number): Promise<readonly LeftIn[]>;
  /** What waits for the one who asks, on the day that it is. */
  waiting?(tx: Tx, ctx: Context): Promise<readonly Waiting[]>;
  /** The steps of a municipality's moving in that are this chapter's. */
  setup?(tx: Tx, ctx: Context): Promise<readonly SetupFacts[]>;
  /** The bodies on which something rests: they are not taken away as if they had never been. */
  bodiesInUse?(tx: Tx, today: Day): Promise<readonly string[]>;
  /** The last day on which a matter that was laid forward on a day is to be decided, where the chapter knows one. */
  decidedBy?(
    tx: Tx,
    matter: { readonly kind: string; readonly body: string; readonly year: number },
    days: { readonly since: Day; readonly asOf: Day },
  ): Promise<Day | undefined>;
  /** The kinds of matter in which somebody holds something: what was decided of them before it was kept is kept at the next start. */
  readonly holds?: readonly string[];
  holdings?(of: Kept, tx: Tx): Promise<readonly Holding[]>;
  ties?(of: Kept, tx: Tx): Promise<readonly Tie[]>;
  /** What the chapter's ties lead to and from. */
  threadThings?(of: Kept, tx: Tx): Promise<readonly ThreadThing[]>;
  /** What has been registered outside matters and has something kept beside it, as it stands: kept at the next start where it was not. */
  registered?(tx: Tx): Promise<readonly Omit<Kept, "bodies">[]>;
  /** What is found in a matter beside its texts as a whole, which the house sees to itself. */
  searchRows?(of: Kept, tx: Tx): Promise<readonly SearchRow[]>;
  /** What is found beside matters: what was stored before it was kept is kept at the next start. */
  readonly foundBeside?: readonly KeptBeside[];
}
