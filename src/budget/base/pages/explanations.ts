import { type ComponentType, createContext, use } from "react";
import type { FigurePlace } from "../rules/figure-place.ts";

/** How the figures of some versions are explained: a sub-chapter above gives it, and the frame shows it (E-8). */
export interface Explanation {
  /** Whether it is about the version that an address names ("budget:kommunfullmaktige:2027@1"); the first that says so is shown. */
  explains(of: string): boolean;
  readonly Explain: ComponentType<{ readonly of: string; readonly place: FigurePlace }>;
}

const Explanations = createContext<readonly Explanation[]>([]);

/** The web shell puts all explanations here. */
export const ExplanationsProvider = Explanations;

export const useExplanations = (): readonly Explanation[] => use(Explanations);
