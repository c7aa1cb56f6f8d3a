import { z } from "zod";
import { problemKind } from "../kernel/problem.ts";
import { BodyId, DayText, MayShape, Year } from "../organisation/contract.ts";
import { route } from "../platform/http/contract.ts";
import { writtenText } from "../platform/rules/written-text.ts";
import { EXTERNAL_LAW, GOVERNING_DOCUMENT } from "./kind.ts";
import { DOCUMENT_STATES, DOCUMENT_TYPES, DOCUMENT_WARNINGS, LEVELS } from "./rules/register.ts";

const Id = z.string().regex(/^[a-z0-9-]{1,60}$/, { message: "små bokstäver, siffror och bindestreck" });
const Line = writtenText(300);
const Address = z
  .url({ protocol: /^https?$/, message: "ska vara en webbadress, till exempel https://…" })
  .max(500);

export const NoDocument = problemKind("no-document", 404);

/** A governing document as it is registered; its text lies where the address leads. */
export const GoverningDocument = z.object({
  level: z.enum(LEVELS),
  type: z.enum(DOCUMENT_TYPES),
  title: Line,
  body: BodyId,
  /** Nothing is ownerless: a person's id. */
  owner: z.string().min(1).max(100),
  /** The number of the decision in the chain, where it was registered there. */
  decision: z.number().int().min(1).max(10_000_000).nullable(),
  validFrom: DayText,
  validTo: DayText.nullable(),
  reviewBy: DayText.nullable(),
  address: Address.nullable(),
});
export type GoverningDocument = z.output<typeof GoverningDocument>;

/** A row of the register: a registered document or a decided version that is a document by itself. */
export const RegisterRow = z.object({
  /** The registered document's id, or the matter's ("budget:kommunfullmaktige:2027"). */
  id: z.string(),
  /** `registered`: put in by hand, can be edited; `decided`: comes from its decision. */
  origin: z.enum(["registered", "decided"]),
  title: z.string(),
  level: z.enum(LEVELS),
  /** A document type, or for what is decided as a matter its kind. */
  type: z.string(),
  typeName: z.string(),
  body: z.string(),
  bodyName: z.string(),
  /** In words: a person's name, or the body that decided. */
  owner: z.string(),
  /** Whom the register names, where the document has been handed over since; null otherwise. */
  registeredOwner: z.string().nullable(),
  year: z.number().int().nullable(),
  state: z.enum(DOCUMENT_STATES),
  decision: z.number().int().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  reviewBy: z.string().nullable(),
  warning: z.enum(DOCUMENT_WARNINGS).nullable(),
  /** Where it is opened: a page of ours, or the registered address. */
  href: z.string(),
});
export type RegisterRow = z.output<typeof RegisterRow>;

const Revision = z.object({
  revision: z.number().int(),
  editedBy: z.string(),
  writtenOn: DayText,
  title: z.string(),
  decision: z.number().int().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
});
export const DocumentView = z.object({
  id: z.string(),
  document: GoverningDocument,
  /** Whether it applied before the first decision in the chain: its own decision can then not be there. */
  olderThanChain: z.boolean(),
  row: RegisterRow,
  /** Laws that govern the document (D-2). */
  laws: z.array(z.object({ id: z.string(), title: z.string(), reference: z.string() })),
  /** Newest first. */
  revisions: z.array(Revision),
});
export type DocumentView = z.output<typeof DocumentView>;

export const LAW_KINDS = ["law", "ordinance", "regulation"] as const;

/** External governance (D-2): what parliament, government or an authority has decided. */
export const ExternalLaw = z.object({
  title: Line,
  /** As the law is cited: "SFS 2010:800", "SKOLFS 2022:334". */
  reference: writtenText(60),
  kind: z.enum(LAW_KINDS),
  /** The bodies whose operations it governs. */
  bodies: z.array(BodyId).min(1).max(100),
  /** The registered documents that it governs. */
  documents: z.array(Id).max(100),
  /** Myndighetsutövning: decisions on a person's rights or duties. */
  exerciseOfAuthority: z.boolean(),
  /** How such a decision is appealed; must be said where authority is exercised. */
  appeal: writtenText(1000).nullable(),
  address: Address.nullable(),
});
export type ExternalLaw = z.output<typeof ExternalLaw>;

export const LawView = z.object({
  id: z.string(),
  law: ExternalLaw,
  bodyNames: z.array(z.string()),
  documentTitles: z.array(z.string()),
  /** Whether the reader may change the entry. */
  may: MayShape,
});
export type LawView = z.output<typeof LawView>;

const chapter = "documents";

export const listRegister = route({
  id: "listRegister",
  method: "GET",
  path: "/documents",
  chapter,
  summary: "Styrdokument efter beslutsnivå, registrerade och beslutade (§3.3)",
  access: "public",
  query: z.object({
    body: BodyId.optional(),
    level: z.enum(LEVELS).optional(),
    state: z.enum(DOCUMENT_STATES).optional(),
    /** Decided matters of this year, and registered documents that apply in it. */
    year: Year.optional(),
  }),
  returns: z.array(RegisterRow),
});

export const getDocument = route({
  id: "getDocument",
  method: "GET",
  path: "/documents/register/{id}",
  chapter,
  summary: "Ett registrerat styrdokument med sina tidigare lydelser i registret (§3.3)",
  access: "public",
  params: z.object({ id: Id }),
  returns: DocumentView,
  editable: true,
  problems: [NoDocument],
});

export const putDocument = route({
  id: "putDocument",
  method: "PUT",
  path: "/documents/register/{id}",
  chapter,
  allow: { action: `edit:${GOVERNING_DOCUMENT.object}`, of: "body" },
  summary: "Registrera eller ändra ett styrdokument (§3.3)",
  params: z.object({ id: Id }),
  body: GoverningDocument,
  returns: DocumentView,
  editable: true,
});

export const listLaws = route({
  id: "listLaws",
  method: "GET",
  path: "/documents/laws",
  chapter,
  summary: "Lagar, förordningar och föreskrifter som styr verksamheterna (§3.3)",
  access: "public",
  query: z.object({ body: BodyId.optional() }),
  returns: z.array(LawView),
});

export const getLaw = route({
  id: "getLaw",
  method: "GET",
  path: "/documents/laws/{id}",
  chapter,
  summary: "En författning med vad den styr och hur beslut överklagas (§3.3)",
  access: "public",
  params: z.object({ id: Id }),
  returns: LawView,
  editable: true,
  problems: [NoDocument],
});

export const putLaw = route({
  id: "putLaw",
  method: "PUT",
  path: "/documents/laws/{id}",
  chapter,
  allow: [
    { action: `edit:${EXTERNAL_LAW.object}`, of: "body" },
    { action: `edit:${EXTERNAL_LAW.object}`, of: "council", where: "delas av flera områden" },
  ],
  summary: "Registrera eller ändra en författning (§3.3)",
  params: z.object({ id: Id }),
  body: ExternalLaw,
  returns: LawView,
  editable: true,
});
