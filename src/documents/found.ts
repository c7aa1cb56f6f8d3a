import { keepBeside } from "../decisions/store/search-rows.ts";
import type { Day } from "../kernel/day.ts";
import type { FoundBeside, KeptBeside, SearchRow } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import type { GoverningDocument } from "./contract.ts";
import { EXTERNAL_LAW, GOVERNING_DOCUMENT } from "./kind.ts";
import { documentPage, documentSource, lawPage, lawSource } from "./sources.ts";
import { externalLaws, registeredDocuments, type StoredLaw } from "./store.ts";
import { typeName } from "./words.ts";

/** A document is found by its title and by what it is; its text lies where its address leads. */
export const documentRow = (source: string, { title, type }: GoverningDocument): SearchRow => ({
  thing: source,
  title,
  text: [typeName({ language: "sv" }, type), typeName({ language: "en" }, type)].join(", "),
  href: documentPage(source.slice(documentSource("").length)),
});

export const documentsFound: KeptBeside = {
  kind: GOVERNING_DOCUMENT.object,
  audience: "public",
  all: async (tx) =>
    (await registeredDocuments(tx)).map(({ id, document }) => ({
      source: documentSource(id),
      body: document.body,
      year: null,
      on: document.validFrom,
      rows: [documentRow(documentSource(id), document)],
    })),
};

/** External governance is found by its title, how it is cited, and how its decisions are appealed (D-2). */
export const lawsFound: KeptBeside = {
  kind: EXTERNAL_LAW.object,
  audience: "public",
  all: async (tx) => (await externalLaws(tx)).map(lawRow),
};

/** Before the register: a law is found whichever day it was put in. */
const ALWAYS = "0001-01-01" as Day;

const lawRow = ({ id, law }: Pick<StoredLaw, "id" | "law">): FoundBeside => ({
  source: lawSource(id),
  body: law.bodies[0] ?? "",
  year: null,
  on: ALWAYS,
  rows: [
    {
      thing: lawSource(id),
      title: law.title,
      text: [law.reference, law.appeal].filter(Boolean).join(" · "),
      href: lawPage(id),
    },
  ],
});

/** Keeps a law as it has been registered, so that it is found. */
export const keepLawFound = (
  tx: Tx,
  municipality: string,
  law: Pick<StoredLaw, "id" | "law">,
): Promise<void> => keepBeside(tx, municipality, lawsFound, lawRow(law));
