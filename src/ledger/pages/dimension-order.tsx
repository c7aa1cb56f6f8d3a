import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Dimension } from "../../organisation/rules/ledger-codes.ts";
import { TextField } from "../../platform/ui/fields.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { type MayAnswer, MayButton } from "../../platform/ui/may-button.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useSave } from "../../platform/ui/use-api.ts";
import { putDimensions } from "../contract.ts";
import { MAX_DIMENSIONS } from "../rules/dimensions.ts";
import { useDimensions } from "./use-dimensions.ts";

/** Which dimensions of the accounts tell whose a row is, and which goes before which (T-4). */
export function DimensionOrder({ may }: { readonly may: MayAnswer | undefined }) {
  const t = useTexts("ledger");
  const { read, nameOf } = useDimensions();
  const [open, setOpen] = useState(false);
  return (
    <Section title={t("page.codes.dimensions")} lead={t("page.codes.dimensions-lead")}>
      <Loaded of={read} lines={2}>
        {({ dimensions }) =>
          open ? (
            <Order key={read.etag} stored={dimensions} may={may} onDone={() => setOpen(false)} />
          ) : (
            <>
              <ol>
                {dimensions.map((dimension) => (
                  <li key={dimension}>{nameOf(dimension)}</li>
                ))}
              </ol>
              <p>
                <MayButton may={may} variant="secondary" onPress={() => setOpen(true)}>
                  {t("page.codes.dimensions-change")}
                </MayButton>
              </p>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Order({
  stored,
  may,
  onDone,
}: {
  readonly stored: readonly string[];
  readonly may: MayAnswer | undefined;
  readonly onDone: () => void;
}) {
  const t = useTexts("ledger");
  const toast = useToast();
  const { read, nameOf, named, standard } = useDimensions();
  const { save, saving, problem } = useSave(putDimensions);
  const [order, setOrder] = useState(stored);
  const [more, setMore] = useState("");
  const [fault, setFault] = useState<string>();
  const add = () => {
    const number = /^[0-9]{1,9}/.exec(more.trim())?.[0] ?? "";
    if (!Dimension.safeParse(number).success) return setFault(t("page.codes.dimension-none"));
    if (order.includes(number)) return setFault(t("page.codes.dimension-there"));
    setFault(undefined);
    setMore("");
    setOrder([...order, number]);
  };
  const up = (i: number) =>
    setOrder(order.map((one, j) => (j === i - 1 ? order[i] : j === i ? order[i - 1] : one) ?? one));
  const store = async () => {
    if (!(await save({ body: { dimensions: [...order] }, ifMatch: read.etag }))) return;
    toast(t("page.codes.dimensions-saved"));
    onDone();
  };
  const offered = [...new Set([...named, ...standard])].filter((one) => !order.includes(one));
  return (
    <div className="stack">
      <ErrorSummary problem={problem} />
      <ol className="stack">
        {order.map((dimension, i) => (
          <li key={dimension}>
            <span className="row">
              <span>{nameOf(dimension)}</span>
              {i > 0 ? (
                <Button variant="tertiary" data-size="sm" onClick={() => up(i)}>
                  {t("page.codes.dimension-up", { before: nameOf(order[i - 1] ?? "") })}
                </Button>
              ) : null}
              {order.length > 1 ? (
                <Button
                  variant="tertiary"
                  data-size="sm"
                  aria-label={t("page.codes.dimension-remove", { what: nameOf(dimension) })}
                  onClick={() => setOrder(order.filter((one) => one !== dimension))}
                >
                  {t("page.codes.remove")}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      {order.length < MAX_DIMENSIONS ? (
        <form
          className="new-code"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextField
            at="dimension"
            label={t("page.codes.dimension-number")}
            value={more}
            maxLength={40}
            list="dimensioner"
            onChange={setMore}
            fault={fault}
          />
          <datalist id="dimensioner">
            {offered.map((one) => (
              <option key={one} value={one}>
                {nameOf(one)}
              </option>
            ))}
          </datalist>
          <Button type="submit" variant="secondary">
            {t("page.codes.dimension-add")}
          </Button>
        </form>
      ) : null}
      <div className="row">
        <MayButton may={may} busy={saving} onPress={store}>
          {t("page.codes.save")}
        </MayButton>
        <Button variant="tertiary" onClick={onDone}>
          {t("page.codes.close")}
        </Button>
      </div>
    </div>
  );
}
