import { createContext, use } from "react";

/** A document or a law of the register, as a mandate names it. */
export interface SourceDocument {
  /** "document:delegationsordning", "law:kommunallagen". */
  readonly reference: string;
  readonly title: string;
  readonly href: string;
}
type UseSourceDocuments = (when: boolean) => readonly SourceDocument[];

const NONE: readonly SourceDocument[] = [];
const Documents = createContext<UseSourceDocuments>(() => NONE);

/** The shell puts a hook here that asks the chapter of documents, which lies above this one. */
export const SourceDocumentsProvider = Documents;

/** What the register has that can give a mandate; read only when somebody asks. */
export function useSourceDocuments(when: boolean): readonly SourceDocument[] {
  const useDocuments = use(Documents);
  return useDocuments(when);
}
