import { print, TIME_LIMIT_MS } from "./press.ts";

/**
 * Typesets a document as tagged PDF/UA-1 (ISO 14289-1), which screen readers can read (T-1, DOS-lagen). The template is
 * Typst and reads its data with `#let data = json(bytes(sys.inputs.data))`; it must set a title and a language. Throws
 * NotDone.
 */
export const renderPdf = (
  template: string,
  data: unknown,
  timeLimitMs: number = TIME_LIMIT_MS,
): Promise<Uint8Array> => print({ form: "pdf", template, data: JSON.stringify(data) }, timeLimitMs);
