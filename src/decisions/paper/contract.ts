import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { NoDocumentYet, route } from "../../platform/http/contract.ts";
import { DraftNotYours, SecretByLaw } from "../contract.ts";
import { NoMatter } from "../rules/no-matter.ts";

/** The kind of matter has no document of its own that leaves the house. */
export const NoPaper = problemKind("no-paper", 404);

const file = {
  method: "GET",
  chapter: "decisions",
  access: "public",
  params: z.object({ id: z.string().max(200) }),
  query: z.object({ version: z.coerce.number().int().min(1).max(100_000).optional() }),
  returns: z.unknown(),
  problems: [NoMatter, NoPaper, NoDocumentYet, DraftNotYours, SecretByLaw],
} as const;

export const getMatterPdf = route({
  ...file,
  id: "getMatterPdf",
  path: "/matters/{id}/document.pdf",
  summary: "Ärendet som tillgänglig PDF: det beslutade, annars utkastet för den som läser det (§3.2)",
  produces: "application/pdf",
});

export const getMatterWord = route({
  ...file,
  id: "getMatterWord",
  path: "/matters/{id}/document.docx",
  summary: "Ärendet som Word: det beslutade, annars utkastet för den som läser det (§3.2)",
  produces: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
});
