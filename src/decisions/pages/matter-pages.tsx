import { type ComponentType, createContext, use } from "react";
import { useTranslation } from "react-i18next";

/** What a chapter gives so that its kinds of matter can be read where decisions are shown, below it. */
export interface MatterPages {
  readonly kind: string;
  readonly chapter: string;
  /** Shows a version's content to be read. */
  readonly View: ComponentType<ContentProps>;
  /** The page on which the matter is written or followed; the page of the matter itself has no editor. */
  readonly write?: ((body: string, year: number) => string) | undefined;
}

export interface ContentProps {
  readonly content: unknown;
  readonly body: string;
  readonly year: number;
  /** Which version it is of; undefined where only what is in force is known. */
  readonly version?: number | undefined;
}

const Registered = createContext<readonly MatterPages[]>([]);

/** The shell puts all chapters' kinds here. */
export const MatterPagesProvider = Registered;

export const useMatterPages = (): readonly MatterPages[] => use(Registered);

/** The name of a kind of matter in the reader's language ("Nämndsmål"), whichever chapter it belongs to. */
export function useKindName(): (kind: string) => string {
  const chapters = [...new Set(useMatterPages().map((pages) => pages.chapter))];
  const { t } = useTranslation(["decisions", ...chapters], { nsMode: "fallback" });
  return (kind) => t(`kind.${kind}`, { defaultValue: kind }) as string;
}

export const matterPath = (matter: { kind: string; body: string; year: number }): string =>
  `/arende/${matter.kind}/${matter.body}/${matter.year}`;
