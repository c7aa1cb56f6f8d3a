import type { Order } from "./press.ts";

/**
 * A document to typeset as tagged PDF/UA-1 (ISO 14289-1), which screen readers can read (T-1, DOS-lagen). The template is
 * Typst and reads its data with `#let data = json(bytes(sys.inputs.data))`; it must set a title and a language.
 */
export const pdfOrder = (template: string, data: unknown): Order => ({
  form: "pdf",
  template,
  data: JSON.stringify(data),
});
