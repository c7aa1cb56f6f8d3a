/**
 * What nobody can see: white space, control and format characters (zero width space and joiners, byte order mark, marks of
 * direction, soft hyphen, tags), variation selectors and joiners without a sign, fillers that are drawn as nothing, and the blank
 * Braille pattern.
 */
const UNSEEN =
  /[\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u115f\u1160\u3164\uffa0\u2800\u{1d159}]/gu;

/** Whether a person has written something: a text of nothing but what can't be seen is as good as none. */
export const isWritten = (text: string): boolean => text.replace(UNSEEN, "") !== "";

/** The same where there may be no text at all. */
export const isBlank = (text: string | null | undefined): boolean => text == null || !isWritten(text);

export const FILL_IN = "fyll i fältet";
/** For a schema's `refine`, beside its own least length, as `writtenText` has it. */
export const NOT_UNSEEN = [
  (text: string): boolean => text === "" || isWritten(text),
  { error: FILL_IN },
] as const;

/** A text as it is compared with another that somebody may have written otherwise: small letters, one space between words. */
export const asCompared = (text: string): string =>
  text.trim().replaceAll(/\s+/g, " ").toLocaleLowerCase("sv");
