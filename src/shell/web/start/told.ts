import type { Language } from "../../../kernel/format.ts";
import type { StatusValue } from "../../../platform/ui/status.tsx";

/** What a part of the figure tells: in its name, in the panel beside it, and in the list. */
export interface Told {
  /** What sort of thing it is: "Nämndsmål". */
  readonly sort: string;
  readonly title: string;
  /** The title's language where it may be another than the reader's: what a municipality has written stays in Swedish. */
  readonly language?: Language | undefined;
  readonly state: StatusValue;
  /** The state in words of its own, where the usual word does not say enough. */
  readonly stateWord?: string | undefined;
  /** Who, when and how far, a line each. */
  readonly lines: readonly (string | { readonly text: string; readonly language: Language })[];
  readonly cite: string;
  readonly href: string | undefined;
  /** All of it in one sentence, for those who do not see it. */
  readonly name: string;
}
