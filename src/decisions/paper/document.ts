import { dayText } from "../../kernel/format.ts";
import { dayOfMoment } from "../../kernel/moment.ts";
import type { Paper, PaperChapter } from "../../kernel/paper.ts";
import { nameOfBody, upFrom } from "../../organisation/rules/organisation.ts";
import { allBodies, municipalityOf, namesOfPeople } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { Document } from "../../platform/rendering/document.ts";
import { paperPdf } from "../../platform/rendering/paper-pdf.ts";
import { wordOrder } from "../../platform/rendering/word.ts";
import type { AnyMatterKind } from "../matter-kinds.ts";
import { headText } from "../rules/heads.ts";
import type { KindOfMatter } from "../rules/kind.ts";
import { decisionNumbered } from "../store/chain.ts";
import { documentOf, restsOn, type Version, type VersionHead } from "../store/versions.ts";
import { sayOnPaper } from "./texts.ts";

/** Chapters that are more than so many, with so much in them, have a list of contents, and each its own page. */
const MANY_CHAPTERS = 6;
const MUCH_CHARACTERS = 16_000;

/** A version of a matter of a kind that has a paper, as PDF/UA or Word. Swedish, as all documents of the municipality's. */
export const matterDocument = (
  tx: Tx,
  ctx: Pick<Context, "municipality" | "today">,
  kind: AnyMatterKind,
  version: Version,
  form: "pdf" | "word",
): Document =>
  new Document(
    async () => {
      const paper = await matterPaper(tx, ctx, kind, version);
      if (form === "word") return wordOrder(paper);
      return paperPdf(paper, paper.flows ? null : sayOnPaper("contents"));
    },
    documentOf(version, `matter-${form}`),
  );

async function matterPaper(
  tx: Tx,
  ctx: Pick<Context, "municipality" | "today">,
  { routes, paper }: AnyMatterKind,
  version: Version,
): Promise<Paper> {
  const asOf = await restsOn(tx, version, ctx.today);
  const decision = version.decision && (await decisionNumbered(tx, version.decision.number))?.decision;
  const bodies = await allBodies(tx, asOf);
  const personName = await namesOfPeople(tx);
  const { body, year } = version.matter;
  const day = (of: string) => dayText(of, "sv");
  const undecided = sayOnPaper(version.state === "proposed" ? "proposal-note" : "draft-note", {
    version: version.number,
    day: day(dayOfMoment(asOf)),
  });
  const organ = decision ? (upFrom(bodies, decision.organId)[0]?.name ?? decision.organId) : "";
  const chapters = [
    ...((await paper?.({
      tx,
      matter: version.matter,
      content: routes.read(version),
      asOf,
      nameOf: (id: string) => nameOfBody(bodies, id),
      personName,
    })) ?? []),
    ...(decision ? [howToVerify(decision)] : []),
  ];
  return {
    language: "sv",
    municipality: (await municipalityOf(tx, ctx.municipality, asOf)).name,
    title: `${routes.kind.names.sv} ${year}`,
    subtitle: nameOfBody(bodies, body),
    facts: decision
      ? [
          sayOnPaper("decided-by", { organ, day: day(decision.decidedOn), paragraph: decision.paragraph }),
          sayOnPaper("reference", { reference: decision.reference, version: version.number }),
          ...(decision.sentence ? [decision.sentence] : []),
        ]
      : [undecided],
    mark: decision ? null : sayOnPaper(version.state === "proposed" ? "proposal" : "draft"),
    foot: decision
      ? sayOnPaper("foot-decided", {
          day: day(decision.decidedOn),
          paragraph: decision.paragraph,
          short: decision.versionSha256.slice(0, 12),
        })
      : undecided,
    flows: chapters.length <= MANY_CHAPTERS || JSON.stringify(chapters).length < MUCH_CHARACTERS,
    chapters,
  };
}

const howToVerify = (
  decision: Parameters<typeof headText>[0] & { readonly versionSha256: string },
): PaperChapter => ({
  title: sayOnPaper("verify"),
  blocks: [
    {
      kind: "note",
      text: sayOnPaper("hash", {
        sha256: decision.versionSha256,
        number: decision.number,
        head: headText(decision),
      }),
    },
  ],
});

/** "namndsmal-socialnamnden-2027.pdf", with "utkast" and the version's number for what is not decided. */
export function paperFilename(
  { names }: Pick<KindOfMatter, "names">,
  { matter: { body, year, key }, decision, number }: VersionHead,
  ending: string,
): string {
  const what = names.sv
    .toLocaleLowerCase("sv")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-");
  const parts = [
    what,
    body,
    String(year),
    ...(key ? [key] : []),
    ...(decision ? [] : ["utkast", `v${number}`]),
  ];
  return `${parts.join("-")}.${ending}`;
}
