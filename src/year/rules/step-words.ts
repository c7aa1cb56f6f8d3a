import type { Language } from "../../kernel/format.ts";
import { ownValue } from "../../kernel/own-value.ts";
import { extraWords } from "./extra.ts";
import { MODEL_IN_ENGLISH } from "./model-english.ts";
import { MODEL_WHEEL } from "./model-wheel.ts";
import type { WheelStep } from "./step.ts";

export interface StepWords extends Pick<WheelStep, "name" | "short" | "who"> {
  /** The language that they are in, to be read aloud by. */
  readonly language: Language;
}

/** A step's words for a reader: the model's own are in both languages; what a municipality has written stays as it wrote it. */
export function stepWords(step: WheelStep, reader: Language): StepWords {
  const { id, name, short, who } = step;
  const written: StepWords = { name, short, who, language: "sv" };
  if (reader === "sv") return written;
  const extra = extraWords(step, reader);
  if (extra) return { ...extra, language: reader };
  const model = MODEL_WHEEL.find((step) => step.id === id);
  const english = ownValue(MODEL_IN_ENGLISH, id);
  const untouched = model?.name === name && model.short === short && model.who === who;
  return english && untouched ? { ...english, language: "en" } : written;
}
