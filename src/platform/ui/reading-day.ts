import { createContext, use } from "react";
import { ApiProblem } from "./api.ts";

/** A day that the reader has chosen, another than the municipality's own: one reads as it was then, and writes nothing. */
export interface ReadingDay {
  readonly today: string;
  /** What was known at its end is read; else it is a coming one, as a sample can be read on. */
  readonly earlier: boolean;
  /** Goes to the municipality's own day. The page stays as it is, with what has been written in it. */
  goToPresent(): Promise<void>;
}

const Reading = createContext<ReadingDay | undefined>(undefined);

export const ReadingDayProvider = Reading.Provider;

/** Undefined where one reads on the municipality's own day. */
export const useReadingDay = (): ReadingDay | undefined => use(Reading);

/** Whether it is the refusal of what is written while another day is read. */
export const ofAnotherDay = (problem: unknown): boolean =>
  problem instanceof ApiProblem && problem.facts.code === "reading-another-day";
