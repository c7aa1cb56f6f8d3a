import { Button, Radio } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useKindName } from "../../decisions/pages/matter-pages.tsx";
import { isBlank } from "../../kernel/written.ts";
import { askMay } from "../../organisation/contract.ts";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import type { Body } from "../../organisation/rules/organisation.ts";
import { fieldId, SelectField, TextArea } from "../../platform/ui/fields.tsx";
import { KeptOffer } from "../../platform/ui/kept-offer.tsx";
import { useSearchParam } from "../../platform/ui/link.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import { useKept } from "../../platform/ui/use-kept.ts";
import { addLesson } from "../contract.ts";
import { PRINCIPLES, type Principle } from "../rules/lesson.ts";

const EMPTY = { text: "", effectForResidents: "", principle: "residents" as Principle };

/** One minute: what one has noticed, what it means for residents, and a button (P-2, N-2). */
export function AddLesson({ bodies, year }: { readonly bodies: readonly Body[]; readonly year: number }) {
  const t = useTexts("lessons");
  const toast = useToast();
  const kindName = useKindName();
  const { nameOf } = useBodies();
  const [from, setFrom] = useSearchParam("fran");
  const [lesson, setLesson, kept] = useKept("lesson", EMPTY);
  const [chosen, choose] = useState<string>();
  const [tried, setTried] = useState(false);
  const body = bodies.find(({ id }) => id === chosen) ?? bodies[0];
  const may = useApi(askMay, { query: { action: "edit:lesson", body: body?.id ?? "" } }).data;
  const { save, saving, problem } = useSave(addLesson);
  if (!body) return null;
  const set = (change: Partial<typeof EMPTY>) => setLesson({ ...lesson, ...change });
  /** A matter as people call it: "Delårsuppföljning 2028, Bildningsnämnden". */
  const named = (matter: string) => {
    const [kind = "", of = "", about = ""] = matter.split(":");
    return `${kindName(kind)} ${about}, ${nameOf(of)}`;
  };
  const missing = (text: string) => (tried && isBlank(text) ? t("page.add.missing") : undefined);
  const send = async () => {
    setTried(true);
    const empty = (["text", "effectForResidents"] as const).find((at) => isBlank(lesson[at]));
    if (empty) return document.getElementById(fieldId(empty))?.focus();
    const stored = await save({ body: { ...lesson, body: body.id, year, fromMatter: from ?? null } });
    if (!stored) return;
    toast(t("page.add.sent", { body: body.name }));
    setLesson(EMPTY);
    kept.forget();
    setTried(false);
    setFrom(undefined);
  };
  return (
    <section className="sheet add-lesson" aria-labelledby="ny-lardom">
      <h2 className="ds-heading" data-size="sm" id="ny-lardom">
        {t("page.add.title")}
      </h2>
      {from ? (
        <p className="row">
          <span className="quiet">{t("page.add.from", { matter: named(from) })}</span>
          <Button variant="tertiary" data-size="sm" onClick={() => setFrom(undefined)}>
            {t("page.add.not-from")}
          </Button>
        </p>
      ) : null}
      <ErrorSummary problem={problem} />
      {kept.offer ? (
        <KeptOffer from={kept.offer.from} onTake={kept.offer.take} onThrow={kept.offer.discard} />
      ) : null}
      <div className="add-lesson-fields">
        <TextArea
          at="text"
          label={t("page.add.text")}
          help={t("page.add.text-help")}
          value={lesson.text}
          onChange={(text) => set({ text })}
          rows={3}
          maxLength={2000}
          problem={problem}
          fault={missing(lesson.text)}
        />
        <TextArea
          at="effectForResidents"
          label={t("page.add.effect")}
          help={t("page.add.effect-help")}
          value={lesson.effectForResidents}
          onChange={(effectForResidents) => set({ effectForResidents })}
          rows={3}
          maxLength={2000}
          problem={problem}
          fault={missing(lesson.effectForResidents)}
        />
      </div>
      <div className="add-lesson-fields">
        <fieldset className="principles">
          <legend>{t("page.add.principle")}</legend>
          {PRINCIPLES.map((principle) => (
            <Radio
              key={principle}
              name="principle"
              value={principle}
              label={t(`lesson.principle.${principle}`)}
              checked={lesson.principle === principle}
              onChange={() => set({ principle })}
            />
          ))}
        </fieldset>
        {bodies.length > 1 ? (
          <SelectField
            at="body"
            label={t("page.add.body")}
            value={body.id}
            onChange={choose}
            problem={problem}
            options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
      </div>
      <MayButton may={may} busy={saving} onPress={send}>
        {t("page.add.send")}
      </MayButton>
    </section>
  );
}
