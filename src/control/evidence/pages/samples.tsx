import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { When } from "../../../platform/ui/number.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { type Text, useTexts } from "../../../platform/ui/texts.ts";
import type { SampleView } from "../contract.ts";
import "../../pages/control.css";
import { drawnAgain, rowsOf } from "../rules/sampling.ts";

/** The samples that have been drawn for a control, newest first, each with what it takes to draw it again (K-4). */
export function Samples({
  samples,
  today,
}: {
  readonly samples: readonly SampleView[];
  /** What was drawn today is what one looks through now: it is open. */
  readonly today: string;
}) {
  const t = useTexts("control");
  if (samples.length === 0) return <EmptyState title={t("evidence.sample.none")} />;
  return (
    <ul className="results">
      {samples.map((sample) => (
        <li className="sheet stack" key={sample.id}>
          <p>
            <strong lang={WRITTEN}>{sampleText(t, sample)}</strong>
            <br />
            <span className="quiet small">
              {t("evidence.sample.by", { name: sample.by })}, <When at={sample.on} />
            </span>
          </p>
          <details open={sample.on === today}>
            <summary>{t("evidence.sample.caption", { name: sample.listName })}</summary>
            <PlainTable
              caption={t("evidence.sample.caption", { name: sample.listName })}
              fit
              columns={[
                { id: "place", header: t("evidence.sample.place"), numeric: true },
                { id: "row", header: t("evidence.sample.row"), stays: true, written: true },
              ]}
              rows={sample.drawn.map(({ place, row }) => ({ key: String(place), cells: [place, row] }))}
            />
          </details>
          <Again sample={sample} />
        </li>
      ))}
    </ul>
  );
}

type Texts = Text<"control">;

const sampleText = (t: Texts, { drawn, listRows, listName }: SampleView): string =>
  t("evidence.sample.of", { drawn: drawn.length, rows: listRows, name: listName });

/** What a registration says of the sample that was drawn for it. */
export const registeredText = (t: Texts, { drawn, listRows, listName }: SampleView): string =>
  t("evidence.sample.text", { drawn: drawn.length, rows: listRows, name: listName });

/** How anyone with the list draws it again, here or in a spreadsheet. */
function Again({ sample }: { readonly sample: SampleView }) {
  const t = useTexts("control");
  const [list, setList] = useState("");
  const [found, setFound] = useState<{
    readonly what: ReturnType<typeof drawnAgain>;
    readonly count: number;
  }>();
  return (
    <details>
      <summary>{t("evidence.sample.how")}</summary>
      <div className="stack">
        <p className="prose small">{t("evidence.sample.how-text")}</p>
        <dl className="facts">
          <dt>{t("evidence.sample.how-seed")}</dt>
          <dd className="num">{sample.seed}</dd>
          <dt>{t("evidence.sample.how-rows")}</dt>
          <dd className="num">{sample.listRows}</dd>
          <dt>{t("evidence.sample.how-hash")}</dt>
          <dd>
            <code className="hash">{sample.listSha256}</code>
          </dd>
        </dl>
        <div className="form">
          <TextArea
            at={`again-${sample.id}`}
            label={t("evidence.sample.again-rows")}
            value={list}
            onChange={(text) => {
              setList(text);
              setFound(undefined);
            }}
            rows={3}
          />
          <div>
            <Button
              variant="secondary"
              data-size="sm"
              onClick={() => {
                const rows = rowsOf(list);
                setFound({ what: drawnAgain(sample, rows), count: rows.length });
              }}
            >
              {t("evidence.sample.again-send")}
            </Button>
          </div>
          <p role="status">
            {found
              ? t(`evidence.sample.again-${found.what}`, { count: found.count, rows: sample.listRows })
              : null}
          </p>
        </div>
      </div>
    </details>
  );
}
