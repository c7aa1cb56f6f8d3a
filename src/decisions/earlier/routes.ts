import type { z } from "zod";
import { dayOf } from "../../kernel/day.ts";
import { dayText } from "../../kernel/format.ts";
import { refuse } from "../../kernel/problem.ts";
import { FILL_IN } from "../../kernel/written.ts";
import { nameOfBody } from "../../organisation/rules/organisation.ts";
import { beginningOf, whoAsks } from "../../organisation/store.ts";
import type { Chapter } from "../../platform/chapter.ts";
import { type Handler, handle } from "../../platform/http/handle.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { schemaRemark } from "../../platform/http/schema-faults.ts";
import {
  AlreadyDecided,
  BodyNotThen,
  type DecisionShape,
  UnknownBody,
  WrongKindOfBody,
} from "../contract.ts";
import { keepPlaces, placesOf } from "../facts/carried-on.ts";
import { organFor } from "../facts/deciding.ts";
import type { Kinds } from "../matter-kinds.ts";
import { matterId } from "../rules/kind.ts";
import { keepAlongside } from "../store/alongside.ts";
import { adopt, decisionAlone } from "../store/chain.ts";
import { headsOf, saveDraft } from "../store/versions.ts";
import { organKind } from "../words.ts";
import { NotEarlier, registerEarlier } from "./contract.ts";
import { BROUGHT_ALONG, isEarlier } from "./rules/earlier.ts";

export const earlierHandlers = (kinds: Kinds, chapters: readonly Chapter[]): Handler[] => [
  handle(registerEarlier, async ({ body: given, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    const mandate = who.mustBy(registerEarlier);
    const { startedOn } = await beginningOf(tx);
    if (!BROUGHT_ALONG.includes(given.kind) || !isEarlier(given.decidedOn, startedOn))
      refuse(NotEarlier, {
        params: { day: startedOn === undefined ? "–" : dayText(startedOn, ctx.language) },
      });
    const kind = kinds.find(given.kind);
    if (!kind) throw new Error(`no chapter knows the kind ${given.kind}`);
    const declared = kind.routes.kind;
    const body = who.bodies.find(({ id }) => id === given.body);
    if (!body) refuse(UnknownBody, { params: { body: given.body } });
    if (!declared.bodies.includes(body.kind))
      refuse(WrongKindOfBody, {
        cite: declared.cite,
        params: {
          body: body.name,
          is: organKind(ctx.language, body.kind),
          kinds: declared.bodies.map((one) => organKind(ctx.language, one)).join(", "),
        },
      });
    if (body.validFrom > dayOf(given.year, 12, 31))
      refuse(BodyNotThen, { cite: "§3.1", params: { body: body.name, year: given.year } });

    const read: z.ZodSafeParseResult<unknown> = kind.routes.content.safeParse(given.content);
    if (!read.success)
      refuse(BadInput, {
        cite: declared.cite,
        remarks: read.error.issues.map(({ code, path, message, ...params }) =>
          schemaRemark(
            { keyword: code, instancePath: `/content/${path.join("/")}`, message, params },
            "content",
          ),
        ),
      });
    const blanks = kind.blanks?.(read.data) ?? [];
    if (blanks.length > 0)
      refuse(BadInput, {
        cite: declared.cite,
        remarks: blanks.map((at) =>
          schemaRemark(
            {
              keyword: "custom",
              instancePath: `/content/${at.replaceAll(".", "/")}`,
              message: FILL_IN,
              params: {},
            },
            "content",
          ),
        ),
      });
    const matter = {
      id: matterId(given.kind, given.body, given.year, ""),
      kind: given.kind,
      body: given.body,
      year: given.year,
      key: "",
    };
    const [latest] = await headsOf(tx, matter.id);
    if (latest) refuse(AlreadyDecided, { params: { matter: matter.id, version: latest.number } });
    const work = { tx, ctx, kinds, matter, content: read.data };
    const content = kind.routes.content.parse(kind.complete ? await kind.complete(work) : read.data);
    const { version } = await saveDraft(tx, ctx.municipality, {
      matter,
      content,
      facts: (await kind.facts?.({ ...work, content })) ?? {},
      editedBy: who.person?.id as string,
      on: ctx.present,
      seen: "none",
    });
    if (kind.things)
      await keepPlaces(
        tx,
        ctx.municipality,
        kind,
        matter,
        await placesOf(tx, kind, matter, kind.things.of(content)),
        ctx.today,
      );
    await kind.saved?.({ ...work, content }, version);
    const number = await adopt(tx, ctx.municipality, version, {
      organ: organFor(who.bodies, given.body)?.id ?? given.body,
      decidedOn: given.decidedOn,
      paragraph: given.paragraph.replace(/^§ ?/, "§ "),
      reference: given.reference,
      votes: null,
      reservations: [],
      reasons: {},
      mandate: { action: "edit:setup", source: mandate.source, cite: mandate.cite },
      preparation: undefined,
      sentence: given.sentence,
      registeredBy: who.person?.id as string,
      registeredAt: ctx.now.toISOString(),
      registeredOn: ctx.present,
      restsOn: chapters.flatMap((one) => one.restsOn ?? []),
    });
    await kind.adopted?.({ ...work, content }, { ...version, state: "decided" }, number);
    await keepAlongside(
      tx,
      ctx.municipality,
      chapters.find(({ chapter }) => chapter === declared.chapter),
      {
        source: matter.id,
        kind: given.kind,
        body: given.body,
        year: given.year,
        on: given.decidedOn,
        knownFrom: ctx.present,
        content,
      },
      {
        kind: declared,
        matter,
        number,
        organ: organFor(who.bodies, given.body)?.id ?? given.body,
        paragraph: given.paragraph.replace(/^§ ?/, "§ "),
        reference: given.reference,
        sentence: given.sentence,
      },
    );
    const decision = (await decisionAlone(tx, number)) as Omit<DecisionShape, "organ">;
    return { ...decision, organ: nameOfBody(who.bodies, decision.organId) };
  }),
];
