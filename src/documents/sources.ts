import { placeOfMatter } from "../decisions/rules/kind.ts";

/** What is kept beside a document, and beside a law, has its id under these: so it is called among things. */
export const documentSource = (id: string): string => `document:${id}`;
export const lawSource = (id: string): string => `law:${id}`;

export const documentPage = (id: string): string => `/dokument/${id}`;
export const lawPage = (id: string): string => `/dokument/lag/${id}`;

/** A row of the register as a thing: what has been registered, or a decided matter, which is called by its own id. */
export const registeredThing = (id: string): string => (placeOfMatter(id) ? id : documentSource(id));
