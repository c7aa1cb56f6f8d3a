import { addDays, type Day } from "../kernel/day.ts";
import { holders } from "../organisation/holdings.ts";
import type { Chapter, Kept } from "../platform/chapter.ts";
import type { ExternalLaw, GoverningDocument } from "./contract.ts";
import { documentRow, documentsFound, lawsFound } from "./found.ts";
import { EXTERNAL_LAW, GOVERNING_DOCUMENT } from "./kind.ts";
import { WARN_DAYS, warningOn } from "./rules/register.ts";
import { documentPage, documentSource, lawSource } from "./sources.ts";
import { externalLaws, registeredDocuments } from "./store.ts";
import { documentThings, documentTies } from "./thread.ts";

/** A document as something that the house keeps something beside. */
export const keptDocument = (id: string, document: GoverningDocument): Omit<Kept, "bodies"> => ({
  source: documentSource(id),
  kind: GOVERNING_DOCUMENT.object,
  body: document.body,
  year: null,
  on: document.validFrom,
  content: document,
});
/** A law, which governs from the day that it is registered. */
export const keptLaw = (id: string, law: ExternalLaw, on: Day): Omit<Kept, "bodies"> => ({
  source: lawSource(id),
  kind: EXTERNAL_LAW.object,
  body: law.bodies[0] ?? "",
  year: null,
  on,
  content: law,
});

/** §3.3: governing documents have an owner, are looked over in time, and are found by their titles (D-1). */
export const documentsChapter: Chapter = {
  chapter: "documents",
  restsOn: ["documents.governing_document", "documents.external_law"],
  async waiting(tx, ctx) {
    const all = await registeredDocuments(tx);
    const has = await holders(
      tx,
      ctx.today,
      all.map(({ id }) => documentSource(id)),
    );
    const own = all.filter(
      ({ id, document }) => (has.get(documentSource(id))?.person ?? document.owner) === ctx.personId,
    );
    return own.flatMap(({ id, document }) => {
      if (warningOn(document, ctx.today) === null) return [];
      const days = [document.validTo, document.reviewBy].filter((day) => day !== null).sort();
      const due = days[0];
      if (due === undefined) return [];
      return [
        {
          thing: documentSource(id),
          todo: "review" as const,
          name: document.title,
          language: "sv" as const,
          cite: "§3.3",
          body: document.body,
          year: Number(due.slice(0, 4)),
          from: addDays(due, -WARN_DAYS),
          due,
          late: due < ctx.today,
          href: documentPage(id),
        },
      ];
    });
  },
  async holdings({ source, kind, body, content }) {
    if (kind !== GOVERNING_DOCUMENT.object) return [];
    const { owner, title } = content as GoverningDocument;
    return [
      {
        thing: source,
        what: "document",
        person: owner,
        body,
        name: title,
        href: documentPage(source.slice(documentSource("").length)),
      },
    ];
  },
  ties: documentTies,
  threadThings: async (of) => documentThings(of),
  registered: async (tx) => [
    ...(await registeredDocuments(tx)).map(({ id, document }) => keptDocument(id, document)),
    ...(await externalLaws(tx)).map(({ id, law, writtenOn }) => keptLaw(id, law, writtenOn)),
  ],
  async searchRows({ source, kind, content }) {
    return kind === GOVERNING_DOCUMENT.object ? [documentRow(source, content as GoverningDocument)] : [];
  },
  foundBeside: [documentsFound, lawsFound],
};
