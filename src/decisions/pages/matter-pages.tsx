import { type ComponentType, createContext, type LazyExoticComponent, use } from "react";
import { useObjectName } from "../../organisation/pages/object-names.ts";
import type { KindOfMatter } from "../rules/kind.ts";

/** The web's part of a kind of matter: its pages, fetched when they are first opened. */
export interface KindPages {
  readonly kind: KindOfMatter;
  /** Shows a version's content to be read. */
  readonly Read: LazyExoticComponent<ComponentType<ContentProps>>;
  /** The page on which it is written, at the kind's own address. */
  readonly write?: LazyExoticComponent<ComponentType> | undefined;
  /** Its content has amounts in tkr: the pages that show it say once what that is. */
  readonly inTkr?: true;
  /** What a proposal changes for whom, and what comes of it, in the kind's own words; absent: where it differs from what is decided. */
  readonly BeforeDecision?: LazyExoticComponent<ComponentType<BeforeDecisionProps>> | undefined;
  /** What another content makes of a proposal: a counter-proposal's, by the same figures. */
  readonly Alternative?:
    | LazyExoticComponent<
        ComponentType<{ readonly content: unknown; readonly proposal: BeforeDecisionProps }>
      >
    | undefined;
  /** Which goals a proposal touches, where the kind knows. */
  readonly Goals?: LazyExoticComponent<ComponentType<BeforeDecisionProps>> | undefined;
  /** What others have worked out of a proposal and shared, beside what is laid against it: `laid` are the names of those that were. */
  readonly Shared?:
    | LazyExoticComponent<ComponentType<BeforeDecisionProps & { readonly laid: readonly string[] }>>
    | undefined;
  /** How a proposal came about, where the kind knows more than who laid it forward. */
  readonly Way?: LazyExoticComponent<ComponentType<BeforeDecisionProps>> | undefined;
  /** Where a shared scenario of it is chosen, for kinds of which there are scenarios. */
  readonly ScenarioField?: LazyExoticComponent<ComponentType<ScenarioFieldProps>> | undefined;
}

/** A proposal that awaits its decision, and what it would take the place of. */
export interface BeforeDecisionProps {
  readonly matter: string;
  readonly body: string;
  readonly year: number;
  readonly version: number;
  readonly content: unknown;
  readonly before: {
    readonly matter: string;
    readonly year: number;
    readonly version: number;
    readonly content: unknown;
  } | null;
}

export interface ScenarioFieldProps {
  readonly year: number;
  /** The scenario's id; undefined where none is chosen. */
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
  readonly problem: unknown;
}

/** Keeps the two parts of a kind's pages together where they are declared. */
export const kindPages = (kind: KindOfMatter, pages: Omit<KindPages, "kind">): KindPages => ({
  kind,
  ...pages,
});

export interface ContentProps {
  readonly content: unknown;
  readonly body: string;
  readonly year: number;
  /** Which version it is of; undefined where only what is in force is known. */
  readonly version?: number | undefined;
}

const Registered = createContext<readonly KindPages[]>([]);

/** The shell puts all chapters' kinds here. */
export const KindPagesProvider = Registered;

/** The pages of a kind of matter; undefined for one that no chapter declares. */
export const useKindPages = (kind: string): KindPages | undefined =>
  use(Registered).find((pages) => pages.kind.kind === kind);

/** Every kind of matter that the house has. */
export const useAllKinds = (): readonly KindOfMatter[] => use(Registered).map(({ kind }) => kind);

/** The name of a kind of matter in the reader's language ("Nämndsmål"), whichever chapter it belongs to. */
export const useKindName = (): ((kind: string) => string) => useObjectName("names");
