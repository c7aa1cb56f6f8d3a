/** What the page knows and each part of the workshop needs. */
export interface WorkshopProps {
  readonly year: number;
  readonly opened: string | undefined;
  readonly compared: readonly string[];
  readonly whoOf: (of: { readonly party: string; readonly owner: string }) => string;
  readonly council: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
}
