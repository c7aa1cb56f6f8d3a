/** A word in both languages that the house speaks. */
export interface InBothLanguages {
  readonly sv: string;
  readonly en: string;
}

/**
 * What a mandate can be about ("edit:scenario"): each chapter declares its own beside its kinds of matter, which are objects
 * too (model R-3, P-4).
 */
export interface MandateObject {
  /** As in a mandate's action, after the colon. */
  readonly object: string;
  /** "Scenarier". */
  readonly names: InBothLanguages;
  /** As one speaks of it in a sentence: "scenarierna". */
  readonly definite: InBothLanguages;
  readonly address: {
    /** Where it is seen. */
    readonly all: string;
    /** Where it is written. */
    readonly write?: string;
  };
}

/** Keeps a declaration's own types. */
export const mandateObject = <const O extends MandateObject>(declared: O): O => declared;
